package io.crmkit.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to contacts, within one unit of work of one tenant. Storage knows what status was set by hand; where
 * none was, it says active, and the use case finds out.
 *
 * @since 0.1
 */
public interface Contacts {
    /** Where a page of the list went on. Contacts nothing happened with yet come last. */
    record Cursor(@Nullable Instant first, ContactId id) {}

    /** A contact, also by the id of one it absorbed. */
    Optional<ContactSummary> find(ContactId id);

    /** Who holds the first of these keys that anybody holds. */
    Optional<ContactId> holder(List<MatchKey> keys);

    /** Contacts by the time of their first interaction, then by id, at most {@code limit}, after the cursor. */
    List<ContactSummary> byFirstContact(@Nullable Cursor after, int limit);

    /** Pairs that a provider calls one person although their identifiers contradict, with this contact in them. */
    List<ContactId> conflictsOf(ContactId id);

    /** All such pairs in order, at most {@code limit}, after one of them. */
    List<Pair> conflicts(@Nullable Pair after, int limit);
}
