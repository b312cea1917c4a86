package io.crmkit.insight;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Subject;

/**
 * What a fact says: a contact has one fact for each.
 *
 * @param key tells facts of one type apart, such as the code of a service; empty where the type has only one
 * @param relation how the subject stands to the customer or the value to the fact; empty if there is nothing to say
 * @since 0.1
 */
public record Matter(FactType type, String key, FactValue value, Subject subject, String relation) {
    /** The same for all that say the same, however it is written. */
    public String canonical() {
        return slot() + '\u0000' + Canonical.of(value);
    }

    /** The same for all that cannot hold at once, where the type has one value at a time. */
    String slot() {
        return type.name() + '\u0000' + key + '\u0000' + subject.name() + '\u0000' + Folded.words(relation);
    }

    /** Without key, value and relation, which are personal. */
    @Override
    public String toString() {
        return "Matter[" + type + ", " + subject + "]";
    }
}
