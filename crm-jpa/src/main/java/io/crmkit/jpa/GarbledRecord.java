package io.crmkit.jpa;

import io.crmkit.CrmException;

/** Stored bytes that were opened are not what this version writes or knows how to read. Carries none of them. */
final class GarbledRecord extends CrmException {
    GarbledRecord(String why) {
        super("A stored record cannot be read: " + why);
    }
}
