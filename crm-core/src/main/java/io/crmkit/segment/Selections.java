package io.crmkit.segment;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The storage port that chooses contacts by criteria, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Selections {
    /**
     * Where a page went on.
     *
     * @param at the time it is ordered by; null where it is ordered by interactions or nothing happened
     * @param count the number it is ordered by
     */
    record Cursor(@Nullable Instant at, int count, ContactId id) {
        /** Behind a contact. */
        public static Cursor behind(ContactQuery.Order order, ContactSummary last) {
            return switch (order) {
                case LAST_CONTACT -> new Cursor(last.activity().last(), 0, last.id());
                case FIRST_CONTACT -> new Cursor(last.activity().first(), 0, last.id());
                case INTERACTIONS -> new Cursor(null, last.activity().interactions(), last.id());
            };
        }
    }

    /**
     * Contacts that fulfil the query, in its order, at most {@code limit}, after the cursor. Exactly those of which
     * {@link Fulfilment} says so; a page reads no more of what lies before it than one that is the first.
     */
    List<ContactSummary> page(ContactQuery query, AsOf asOf, @Nullable Cursor after, int limit);

    /** How many contacts fulfil a criterion; looks at each, so it is for what looks at each anyway. */
    long count(Criterion criterion, AsOf asOf);

    /**
     * What criteria are tested on, of those of these contacts that are there and that nobody absorbed: a handful of
     * queries, however many they are.
     */
    Map<ContactId, ContactFacts> facts(Collection<ContactId> contacts);

    /** How many contacts fulfil a criterion, counted up to a limit. */
    int count(Criterion criterion, AsOf asOf, int upTo);
}
