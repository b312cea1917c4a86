package io.crmkit.insight;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The storage port to what was read by which extractor, within one unit of work of one tenant. A message whose content
 * changes, or that turns out to be another contact's, counts as not read.
 *
 * @since 0.1
 */
public interface Readings {
    /**
     * Messages of the customer's, said at or after a time, that this extractor, as it is now, has not read; oldest first,
     * at most {@code limit}. Costs as much as there is from that time on.
     */
    List<InteractionId> unread(ContactId contact, String extractor, String reader, Instant from, int limit);

    /** How far this extractor has read a contact's messages; empty if nobody noted it. */
    Optional<ReadUpTo> readUpTo(ContactId contact, String extractor);

    /** Notes how far an extractor has read. */
    void keep(ContactId contact, String extractor, ReadUpTo upTo);

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
