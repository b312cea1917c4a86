package io.crmkit.ai.rules;

import org.jspecify.annotations.Nullable;

/** What the customer's messages before this one leave to be understood. */
final class Talk {
    private @Nullable String relation;

    /** The person last spoken of who is not the customer; null if there is none. */
    @Nullable String relation() {
        return relation;
    }

    void heard(Reading reading) {
        for (Hit hit : reading.hits().of(Meaning.RELATION)) {
            relation = hit.code();
        }
    }
}
