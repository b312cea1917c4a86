package io.crmkit.insight;

import io.crmkit.contact.ContactId;
import java.util.List;

/**
 * The storage port to facts, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Facts {
    /** Everything known about a contact, in no particular order. */
    List<Fact> of(ContactId contact);

    /** Waits until nobody else changes the facts of a contact, and lets nobody until the unit of work ends. */
    void hold(ContactId contact);

    /**
     * Replaces the facts of a contact. Of each matter there is one.
     *
     * @param before as {@link #of} gave them
     */
    void replace(ContactId contact, List<Fact> before, List<Fact> after);
}
