package io.crmkit.jpa;

import io.crmkit.capture.Overtaken;
import io.crmkit.interaction.Conversation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes on PostgreSQL what was decided without reading: locks, checks, writes and commits in one round trip, and writes
 * nothing where somebody wrote meanwhile.
 *
 * @param asked the keys that were asked for
 */
record WriteByHeart(Sql sql, List<Hash> asked) implements HotWrites {
    private static final String FRESH = """
            with fresh as materialized (
                select 1
                where not exists (select 1 from crm_interaction x
                        where x.tenant_id = :tenant and x.ref_hash = any (?::bytea[]))
                    and not exists (select 1 from crm_pending_update p
                        where p.tenant_id = :tenant and p.target_hash = any (?::bytea[]))
                    and not exists (select 1 from crm_erased_message e
                        where e.tenant_id = :tenant and e.ref_hash = any (?::bytea[]))
                    and not exists (select 1 from unnest(?::uuid[], ?::int4[]) as t(contact_id, epoch)
                        where t.epoch is distinct from (select a.epoch from crm_contact_activity a
                            where a.tenant_id = :tenant and a.contact_id = t.contact_id))
            ),""";

    /** Who changed a contact without the locks of a capture, between the check and the write, is found by an error. */
    private static final String DONE = """
             select count(*), 1 / (case when count(*) = 0 or ((select count(*) from entries) = ?
                and (select count(*) from touched) = ?) then 1 else 0 end) from fresh;
            commit""";

    private static final String DIVISION_BY_ZERO = "22012";
    private static final Map<Shape, String> WRITE = Shape.texts(WriteByHeart::text);

    private static String text(Shape shape) {
        return CaptureLock.SQL
                + FRESH
                + PostgresHotWrites.text(shape).replace("(select ?::uuid[])", "(select ?::uuid[] from fresh)")
                + DONE;
    }

    @Override
    public void write(List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, After after) {
        List<Hash> refs = entries.stream().map(NewRow::ref).toList();
        List<Hash> locked = new ArrayList<>(asked);
        locked.addAll(refs);
        try (PreparedStatement statement = sql.binding(Objects.requireNonNull(WRITE.get(after.shape())), row -> {
            CaptureLock.bind(row, sql, locked);
            row.hashes(sql.vendor(), refs).hashes(sql.vendor(), refs).hashes(sql.vendor(), refs);
            PostgresHotWrites.each(row, touches, t -> t.contact().value());
            PostgresHotWrites.each(row, touches, Touch::epoch);
            PostgresHotWrites.bind(row, entries, touches, conversations, after);
            row.number(entries.size()).number(touches.size());
        })) {
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                if (row.getInt(1) == 0) {
                    throw overtaken();
                }
            }
        } catch (SQLException failure) {
            throw DIVISION_BY_ZERO.equals(failure.getSQLState()) ? overtaken() : Sql.failed("Writing", failure);
        }
    }

    private static Overtaken overtaken() {
        return new Overtaken("Somebody else stored an interaction, or changed whose it is");
    }
}
