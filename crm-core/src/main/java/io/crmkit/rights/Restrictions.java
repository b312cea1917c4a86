package io.crmkit.rights;

import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The storage port of restricted contacts, within one unit of work of one tenant. What comes in of them is captured like
 * anybody's; no other port finds or lists them.
 *
 * @since 0.1
 */
public interface Restrictions {
    /** Restricts a contact, or lifts that; who absorbed it is meant. False if there is no such contact. */
    boolean set(ContactId contact, boolean restricted);

    /** Those of some contacts that are restricted, or whom a restricted one absorbed. */
    Set<ContactId> among(Collection<ContactId> contacts);

    /** Restricted contacts in the order of their ids, at most so many, after one; from the first if null. */
    List<ContactId> page(@Nullable ContactId after, int limit);
}
