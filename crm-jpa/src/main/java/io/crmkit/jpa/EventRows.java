package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.event.Posting;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                other_id, word, data_key_id, sealed)
            select :tenant, s.contact_id, p.name, s.numbers - (?::int8[])[i], e.id, s.contact_id, (?::int2[])[i],
                (?::timestamptz[])[i], (?::uuid[])[i], (?::uuid[])[i], (?::text[])[i],
                (?::uuid[])[i], (?::bytea[])[i]
            from unnest((select ?::uuid[])) with ordinality as e(id, i)
            join streams s on s.contact_id = (?::uuid[])[i]
            cross join unnest(?::text[]) as p(name)""";

    private EventRows() {}

    /** Events to be added, what is to be sealed of them sealed. */
    record Told(List<Line> lines, List<String> subscribers) {
        record Line(EventRow event, byte @Nullable [] sealed) {
            ContactId contact() {
                return event.heading().contact();
            }

            @Nullable UUID key() {
                return sealed == null ? null : KeyRing.INTAKE;
            }
        }

        static Told of(Posting posting, Sealing sealing) {
            if (posting.empty()) {
                return new Told(List.of(), List.of());
            }
            List<Line> lines = posting.events().stream()
                    .map(EventRow::of)
                    .map(row -> new Line(row, sealed(row, sealing)))
                    .toList();
            return new Told(lines, posting.subscribers().stream().sorted().toList());
        }

        boolean empty() {
            return lines.isEmpty();
        }
    }

    private static byte @Nullable [] sealed(EventRow row, Sealing sealing) {
        return row.secret() == null
                ? null
                : sealing.intake()
                        .seal(
                                "crm_event",
                                "sealed",
                                Sealing.row(row.heading().id()),
                                row.secret().getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String opened(UUID id, byte @Nullable [] sealed, Sealing sealing) {
        return sealed == null
                ? null
                : new String(
                        sealing.intake().unseal("crm_event", "sealed", Sealing.row(id), sealed),
                        StandardCharsets.UTF_8);
    }

    /** An event, and how many of its contact's come after it. */
    private record Placed(Told.Line line, long after) {
        EventRow row() {
            return line.event();
        }
    }

    private static Map<ContactId, Long> counts(Told told) {
        Map<ContactId, Long> counts = new TreeMap<>();
        told.lines().forEach(event -> counts.merge(event.contact(), 1L, Long::sum));
        return counts;
    }

    private static List<Placed> placed(Told told) {
        Map<ContactId, Long> left = new HashMap<>(counts(told));
        List<Placed> placed = new ArrayList<>();
        for (Told.Line line : told.lines()) {
            long after = left.merge(line.contact(), -1L, Long::sum);
            placed.add(new Placed(line, after));
        }
        return placed;
    }

    static void add(Sql sql, Told told) {
        if (told.empty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update("with " + STREAMS + " " + EVENTS, row -> bind(row, told));
        } else {
            portable(sql, told);
        }
    }

    /** The parameters of {@link #STREAMS} and then of {@link #EVENTS}. */
    static void bind(Row row, Told told) throws SQLException {
        Map<ContactId, Long> counts = counts(told);
        row.written(counts.values())
                .written(counts.keySet().stream().map(ContactId::value).toList());
        List<Placed> placed = placed(told);
        PostgresHotWrites.each(row, placed, Placed::after);
        PostgresHotWrites.each(row, placed, p -> p.row().kind());
        PostgresHotWrites.each(row, placed, p -> p.row().heading().at());
        PostgresHotWrites.each(row, placed, p -> p.row().about());
        PostgresHotWrites.each(row, placed, p -> p.row().other());
        row.array("text", placed.stream().map(p -> p.row().word()).toArray(String[]::new));
        PostgresHotWrites.each(row, placed, p -> p.line().key());
        PostgresHotWrites.bytes(row, placed, p -> p.line().sealed());
        PostgresHotWrites.each(row, placed, p -> p.row().heading().id());
        PostgresHotWrites.each(row, placed, p -> p.row().heading().contact().value());
        row.array("text", told.subscribers().toArray(String[]::new));
    }

    private static void portable(Sql sql, Told told) {
        Map<ContactId, Long> last = new HashMap<>();
        counts(told).forEach((contact, count) -> last.put(contact, numbers(sql, contact, count)));
        record Line(Placed placed, String subscriber) {}
        List<Line> lines = placed(told).stream()
                .flatMap(placed -> told.subscribers().stream().map(name -> new Line(placed, name)))
                .toList();
        sql.each("""
                insert into crm_event (tenant_id, stream_id, subscriber, number, id, contact_id, kind, raised_at,
                    about_id, other_id, word, data_key_id, sealed)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines, (row, line) -> {
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
                    .text(event.word())
                    .id(line.placed().line().key())
                    .bytes(line.placed().line().sealed());
        });
    }

    /** The last of so many numbers at the end of a stream, which is locked from then on. */
    static long numbers(Sql sql, ContactId contact, long count) {
        String more = "update crm_event_stream set numbers = numbers + ? where tenant_id = :tenant and contact_id = ?";
        if (sql.update(more, row -> row.big(count).id(contact.value())) == 0) {
            sql.update(
                    sql.ignoring("crm_event_stream (tenant_id, contact_id, numbers)", "?, 0", "contact_id = ?"),
                    row -> row.id(contact.value()).id(contact.value()));
            sql.update(more, row -> row.big(count).id(contact.value()));
        }
        return sql.one(
                        "select numbers from crm_event_stream where tenant_id = :tenant and contact_id = ?",
                        row -> row.id(contact.value()),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
