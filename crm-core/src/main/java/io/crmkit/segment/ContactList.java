package io.crmkit.segment;

import io.crmkit.Page;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.tenant.Tenants;
import java.text.Collator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the contacts that fulfil criteria. Thread-safe.
 *
 * @since 0.1
 */
public final class ContactList {
    /** So many contacts can be listed by name, which is sealed. */
    public static final int BY_NAME = 1_000;

    private static final int LONGEST_PAGE = 1_000;

    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;

    public ContactList(Access access, Tenants tenants, InstantSource clock) {
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * A page of those that fulfil the query.
     *
     * @param cursor from the page before of the same query; null for the first
     * @param limit 1 to 1,000
     */
    public Page<ContactSummary> page(Actor actor, ContactQuery query, @Nullable String cursor, int limit) {
        return page(actor, query.byValue() ? Action.LIST_BY_VALUE : Action.LIST, query, cursor, limit);
    }

    /** The same for a use case that is made of it. */
    public Page<ContactSummary> page(
            Actor actor, Action action, ContactQuery query, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, action);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        Selections.Cursor after = ListEnd.parse(query.order(), cursor);
        List<ContactSummary> found = read(entrance, actor, query, after, limit);
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<ContactSummary> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(ListEnd.text(query.order(), items.get(limit - 1))));
    }

    /** All that fulfil the criterion, by name, those without one last; empty if they are more than {@link #BY_NAME}. */
    public Optional<List<ContactSummary>> byName(Actor actor, Criterion criterion) {
        Entrance entrance = access.enter(actor, Action.LIST_BY_NAME);
        List<ContactSummary> found = read(entrance, actor, ContactQuery.of(criterion), null, BY_NAME);
        if (found.size() > BY_NAME) {
            return Optional.empty();
        }
        Collator collator =
                Collator.getInstance(tenants.settings(actor.tenant()).locale());
        return Optional.of(found.stream()
                .sorted(Comparator.comparing((ContactSummary summary) ->
                                name(summary.contact()).isEmpty())
                        .thenComparing(summary -> name(summary.contact()), collator)
                        .thenComparing(ContactSummary::id))
                .toList());
    }

    private static String name(Contact contact) {
        return contact.displayName().or(contact::username).orElse("");
    }

    /** One more than the limit, if there is one. */
    private List<ContactSummary> read(
            Entrance entrance, Actor actor, ContactQuery query, Selections.@Nullable Cursor after, int limit) {
        AsOf now = new AsOf(clock.instant(), tenants.settings(actor.tenant()));
        Instant since = now.activeSince();
        return entrance.read((work, trace) -> {
            AsOf asOf = now.among(work.smartLists(), query.criterion());
            asOf.check(query.criterion());
            List<ContactSummary> found = work.selections().page(query, asOf, after, limit + 1).stream()
                    .map(summary -> summary.activeSince(since))
                    .toList();
            found.stream().limit(limit).forEach(summary -> trace.of(summary.id()));
            trace.filter(work, query.canonical());
            return found;
        });
    }
}
