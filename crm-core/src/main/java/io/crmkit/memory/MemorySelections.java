package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.Selections;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses contacts of one tenant in memory by looking at each. */
record MemorySelections(TenantState state) implements Selections {
    @Override
    public List<ContactSummary> page(ContactQuery query, AsOf asOf, @Nullable Cursor after, int limit) {
        Fulfilment fulfilment = new Fulfilment(asOf);
        Comparator<Cursor> order = order(query.order());
        return new MemoryContacts(state)
                .all()
                .filter(summary -> fulfilment.of(query.criterion(), facts(summary)))
                .filter(summary -> after == null || order.compare(Cursor.behind(query.order(), summary), after) > 0)
                .sorted(Comparator.comparing(summary -> Cursor.behind(query.order(), summary), order))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(Criterion criterion, AsOf asOf) {
        Fulfilment fulfilment = new Fulfilment(asOf);
        return new MemoryContacts(state)
                .all()
                .filter(summary -> fulfilment.of(criterion, facts(summary)))
                .count();
    }

    @Override
    public int count(Criterion criterion, AsOf asOf, int upTo) {
        return (int) Math.min(upTo, count(criterion, asOf));
    }

    @Override
    public Map<ContactId, ContactFacts> facts(Collection<ContactId> contacts) {
        MemoryContacts all = new MemoryContacts(state);
        return contacts.stream()
                .flatMap(id -> all.find(id).stream().filter(found -> found.id().equals(id)))
                .collect(Collectors.toMap(ContactSummary::id, this::facts, (one, same) -> one));
    }

    private ContactFacts facts(ContactSummary summary) {
        return new MemoryContactFacts(state).of(summary);
    }

    private static Comparator<Cursor> order(ContactQuery.Order order) {
        return switch (order) {
            case LAST_CONTACT ->
                Comparator.comparing((Cursor c) -> at(c, Instant.MIN))
                        .thenComparing(Cursor::id)
                        .reversed();
            case FIRST_CONTACT ->
                Comparator.comparing((Cursor c) -> at(c, Instant.MAX)).thenComparing(Cursor::id);
            case INTERACTIONS ->
                Comparator.comparingInt(Cursor::count).thenComparing(Cursor::id).reversed();
        };
    }

    private static Instant at(Cursor cursor, Instant never) {
        return cursor.at() == null ? never : cursor.at();
    }
}
