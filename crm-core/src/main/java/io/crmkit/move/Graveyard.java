package io.crmkit.move;

import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The storage port to what is kept of people who were erased, within one unit of work of one tenant: to be written down,
 * and to be taken over elsewhere. What stands for an identifier or a message is made with a key of the tenant's, so it
 * means something only where that key is.
 *
 * @since 0.1
 */
public interface Graveyard {
    /** Every erasure. Hands over one after the other, in any order. */
    void erasures(Consumer<Buried> each);

    /** What stands for messages that do not come back, in hexadecimal, some hundred at a time, in any order. */
    void messages(Consumer<Set<String>> some);

    /** Takes an erasure over, unless it is there. */
    void bury(Buried buried);

    /** Takes over what stands for messages that do not come back. */
    void keepOut(Set<String> messages);

    /** Those of some ids that are of people who were erased. */
    Set<ContactId> among(Collection<ContactId> contacts);
}
