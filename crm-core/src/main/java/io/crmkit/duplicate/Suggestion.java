package io.crmkit.duplicate;

import io.crmkit.contact.ContactSummary;
import java.util.Set;

/**
 * Two contacts that may be one person.
 *
 * @param one the one with the lower id
 * @param score how much speaks for it: 50 to 100
 * @param reasons at least one
 * @since 0.1
 */
public record Suggestion(ContactSummary one, ContactSummary other, int score, Set<Reason> reasons) {
    public Suggestion {
        reasons = Set.copyOf(reasons);
    }

    /** Without the contacts' data, which are personal. */
    @Override
    public String toString() {
        return "Suggestion[" + one.id() + ", " + other.id() + ", " + score + ", " + reasons + "]";
    }
}
