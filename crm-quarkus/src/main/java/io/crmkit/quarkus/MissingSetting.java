package io.crmkit.quarkus;

import io.crmkit.CrmException;

/** Something has no safe default and the host has not said it; the message says what to do. */
final class MissingSetting extends CrmException {
    MissingSetting(String what, String action) {
        super(what + " " + action);
    }
}
