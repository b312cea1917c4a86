package io.crmkit.insight;

import io.crmkit.ai.FactType;

/** How many values a type of fact has at a time. */
enum Cardinality {
    /** One in each slot: the later of two takes the other's place. */
    SINGLE,
    /** Any number side by side. */
    SET;

    static Cardinality of(Matter matter) {
        FactType type = matter.type();
        return switch (type) {
            case PERSON_NAME, EMAIL, BIRTH_DATE, ADDRESS, LOCATION, COMPANY, INSURANCE, PARTY_SIZE -> SINGLE;
            case PREFERENCE -> matter.key().isEmpty() ? SET : SINGLE;
            default -> SET;
        };
    }
}
