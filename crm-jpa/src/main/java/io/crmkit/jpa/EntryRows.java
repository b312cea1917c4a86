package io.crmkit.jpa;

import io.crmkit.contact.MatchKey;
import io.crmkit.dossier.Entry;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Interactions with how they came and what was read of them, for reading many at once. */
final class EntryRows {
    private static final String SELECT = """
            select x.id, x.contact_id, x.conversation_id, x.route_hash, x.account, x.kind, x.author, x.origin,
                x.occurred_at, x.received_at, x.reached, x.reached_at, x.arrived_at, x.failed_at, x.body, x.error,
                k.id as data_key, k.wrapped
            from crm_interaction x join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
            where x.tenant_id = :tenant and\s""";
    private static final String ORDER = " order by x.tenant_id, x.contact_id, x.occurred_at, x.id";

    private final Sql sql;
    private final Sealing sealing;

    EntryRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record Found(Interaction interaction, Hash route) {}

    /** All of these contacts. */
    List<Entry> of(String which, Sql.Binder binder) {
        return entries(sql.list(SELECT + which + ORDER, binder, this::found));
    }

    /** The first so many. */
    List<Entry> of(String which, Sql.Binder binder, int limit) {
        return entries(sql.list(
                SELECT + which + ORDER + " fetch first ? rows only",
                row -> {
                    binder.bind(row);
                    row.number(limit);
                },
                this::found));
    }

    private List<Entry> entries(List<Found> found) {
        Set<Hash> hashes = new HashSet<>();
        List<InteractionId> ids = new ArrayList<>(found.size());
        found.forEach(each -> {
            hashes.add(each.route);
            ids.add(each.interaction.id());
        });
        Map<Hash, MatchKey> routes = IdentityRows.keys(sql, sealing, hashes);
        Map<InteractionId, List<Reading>> readings = new HashMap<>();
        new JpaReadings(sql, sealing)
                .of(ids)
                .forEach(reading -> readings.computeIfAbsent(reading.message(), m -> new ArrayList<>())
                        .add(reading));
        readings.values().forEach(of -> of.sort(Comparator.comparing(Reading::extractor)));
        return found.stream()
                .map(each -> new Entry(
                        each.interaction,
                        routes.get(each.route),
                        readings.getOrDefault(each.interaction.id(), List.of())))
                .toList();
    }

    private Found found(ResultSet row) throws SQLException {
        InteractionRows.Columns columns = new InteractionRows.Columns(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("account"),
                row.getInt("kind"),
                row.getInt("author"),
                row.getInt("origin"),
                Times.present(row, "occurred_at"),
                Times.present(row, "received_at"),
                row.getInt("reached"),
                Times.at(row, "reached_at"),
                Times.at(row, "arrived_at"),
                Times.at(row, "failed_at"),
                row.getBytes("body"),
                row.getBytes("error"));
        DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
        return new Found(InteractionRows.interaction(columns, key), new Hash(row.getBytes("route_hash")));
    }
}
