package io.crmkit.appointment;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Dealing;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The storage port to what contacts booked and paid, within one unit of work of one tenant. What was told is in their
 * timelines; the index is what criteria ask of it.
 *
 * @since 0.1
 */
public interface Dealings {
    /** Everything told of the appointments and payments of these contacts, in any order. */
    Map<ContactId, List<Dealing>> of(Collection<ContactId> contacts);

    /** Replaces what criteria ask of these contacts. */
    void index(Map<ContactId, Patronage> contacts);
}
