package io.crmkit.insight;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.InteractionId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The storage port to what was read by which extractor, within one unit of work of one tenant. A message whose content
 * changes, or that turns out to be another contact's, counts as not read.
 *
 * @since 0.1
 */
public interface Readings {
    /** Messages of the customer's that this extractor, as it is now, has not read; oldest first, at most {@code limit}. */
    List<InteractionId> unread(ContactId contact, String extractor, String reader, int limit);

    /** Notes what was read; what the same extractor read there before is forgotten. */
    void keep(ContactId contact, Collection<Reading> readings);

    /** What was read of these messages. */
    List<Reading> of(Collection<InteractionId> messages);

    /**
     * Takes tokens of a day's budget, none if that would exceed it.
     *
     * @param tokens may be negative, to give back what was not used
     * @return whether it was within the budget
     */
    boolean spend(LocalDate day, String extractor, long tokens, long budget);
}
