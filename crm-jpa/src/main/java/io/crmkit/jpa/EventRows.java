package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.Posting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds events to the streams of their contacts, in the order in which rows are locked. */
final class EventRows {
    /** Numbers are given under the lock of the stream's row, so that they rise in the order of the commits. */
    static final String STREAMS = """
            streams as (
                insert into crm_event_stream (tenant_id, contact_id, numbers)
                select :tenant, s.id, (?::int8[])[i] from unnest((select ?::uuid[])) with ordinality as s(id, i)
                on conflict (tenant_id, contact_id) do update set numbers = crm_event_stream.numbers + excluded.numbers
                returning contact_id, numbers
            )""";

    static final String EVENTS = """
            insert into crm_event (tenant_id, stream_id, subscriber, number, id, contact_id, kind, raised_at, about_id,
                other_id, word)
            select :tenant, s.contact_id, p.name, s.numbers - (?::int8[])[i], e.id, s.contact_id, (?::int2[])[i],
                (?::timestamptz[])[i], (?::uuid[])[i], (?::uuid[])[i], (?::text[])[i]
            from unnest((select ?::uuid[])) with ordinality as e(id, i)
            join streams s on s.contact_id = (?::uuid[])[i]
            cross join unnest(?::text[]) as p(name)""";

    private EventRows() {}

    /** An event, and how many of its contact's come after it. */
    private record Placed(EventRow row, long after) {}

    private static Map<ContactId, Long> counts(Posting posting) {
        Map<ContactId, Long> counts = new TreeMap<>();
        posting.events().forEach(event -> counts.merge(event.contact(), 1L, Long::sum));
        return counts;
    }

    private static List<Placed> placed(Posting posting) {
        Map<ContactId, Long> left = new HashMap<>(counts(posting));
        List<Placed> placed = new ArrayList<>();
        for (DomainEvent event : posting.events()) {
            long after = left.merge(event.contact(), -1L, Long::sum);
            placed.add(new Placed(EventRow.of(event), after));
        }
        return placed;
    }

    static void add(Sql sql, Posting posting) {
        if (posting.empty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update("with " + STREAMS + " " + EVENTS, row -> bind(row, posting));
        } else {
            portable(sql, posting);
        }
    }

    /** The parameters of {@link #STREAMS} and then of {@link #EVENTS}. */
    static void bind(Row row, Posting posting) throws SQLException {
        Map<ContactId, Long> counts = counts(posting);
        row.written(counts.values())
                .written(counts.keySet().stream().map(ContactId::value).toList());
        List<Placed> placed = placed(posting);
        PostgresHotWrites.each(row, placed, Placed::after);
        PostgresHotWrites.each(row, placed, p -> p.row().kind());
        PostgresHotWrites.each(row, placed, p -> p.row().heading().at());
        PostgresHotWrites.each(row, placed, p -> p.row().about());
        PostgresHotWrites.each(row, placed, p -> p.row().other());
        row.array("text", placed.stream().map(p -> p.row().word()).toArray(String[]::new));
        PostgresHotWrites.each(row, placed, p -> p.row().heading().id());
        PostgresHotWrites.each(row, placed, p -> p.row().heading().contact().value());
        row.array("text", posting.subscribers().stream().sorted().toArray(String[]::new));
    }

    private static void portable(Sql sql, Posting posting) {
        Map<ContactId, Long> last = new HashMap<>();
        counts(posting).forEach((contact, count) -> last.put(contact, numbers(sql, contact, count)));
        record Line(Placed placed, String subscriber) {}
        List<Line> lines = placed(posting).stream()
                .flatMap(placed -> posting.subscribers().stream().sorted().map(name -> new Line(placed, name)))
                .toList();
        sql.each("""
                insert into crm_event (tenant_id, stream_id, subscriber, number, id, contact_id, kind, raised_at,
                    about_id, other_id, word)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines, (row, line) -> {
            EventRow event = line.placed().row();
            ContactId contact = event.heading().contact();
            row.id(contact.value())
                    .text(line.subscriber())
                    .big(last.getOrDefault(contact, 0L) - line.placed().after())
                    .id(event.heading().id())
                    .id(contact.value())
                    .number(event.kind())
                    .time(event.heading().at())
                    .id(event.about())
                    .id(event.other())
                    .text(event.word());
        });
    }

    /** The last of so many numbers at the end of a stream, which is locked from then on. */
    static long numbers(Sql sql, ContactId contact, long count) {
        sql.update(
                sql.ignoring("crm_event_stream (tenant_id, contact_id, numbers)", "?, 0", "contact_id = ?"),
                row -> row.id(contact.value()).id(contact.value()));
        sql.update(
                "update crm_event_stream set numbers = numbers + ? where tenant_id = :tenant and contact_id = ?",
                row -> row.big(count).id(contact.value()));
        return sql.one(
                        "select numbers from crm_event_stream where tenant_id = :tenant and contact_id = ?",
                        row -> row.id(contact.value()),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
