package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Merges that stand, as rows. */
final class MergeRows {
    static final String TABLE = "crm_merge";

    private static final String SELECT = """
            select id, survivor_id, survivor_key, survivor_at, absorbed_id, absorbed_key, absorbed_at, actor, merged_at
            from crm_merge where tenant_id = :tenant and undone_at is null and\s""";

    private MergeRows() {}

    /** One side of a merge, its key not opened yet. */
    record Side(ContactId contact, Hash key, Instant at) {
        Merge.Side opened(Function<Hash, MatchKey> keys) {
            return new Merge.Side(contact, new Sighting(keys.apply(key), at));
        }
    }

    record Stored(MergeId id, Side survivor, Side absorbed, String actor, Instant at) {
        Set<Hash> keys() {
            return new LinkedHashSet<>(List.of(survivor.key, absorbed.key));
        }

        Merge opened(Function<Hash, MatchKey> keys) {
            return new Merge(id, survivor.opened(keys), absorbed.opened(keys), actor, at);
        }
    }

    static List<Stored> byId(Sql sql, MergeId id) {
        return sql.list(SELECT + "id = ?", row -> row.id(id.value()), MergeRows::read);
    }

    static List<Stored> ofSurvivors(Sql sql, Collection<UUID> contacts) {
        return sql.list(SELECT + "survivor_id = any(?)", row -> row.ids(contacts), MergeRows::read);
    }

    /** Those that link one of these keys to another. */
    static List<Stored> linking(Sql sql, Collection<Hash> keys) {
        Set<Stored> all = new LinkedHashSet<>();
        for (String side : List.of("survivor_key", "absorbed_key")) {
            all.addAll(sql.list(SELECT + side + " = any(?)", row -> row.hashes(sql.vendor(), keys), MergeRows::read));
        }
        return new ArrayList<>(all);
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                new MergeId(row.getObject("id", UUID.class)),
                side(row, "survivor"),
                side(row, "absorbed"),
                row.getString("actor"),
                Times.present(row, "merged_at"));
    }

    private static Side side(ResultSet row, String side) throws SQLException {
        return new Side(
                new ContactId(row.getObject(side + "_id", UUID.class)),
                new Hash(row.getBytes(side + "_key")),
                Times.present(row, side + "_at"));
    }

    /** Of some contacts, as far as they are there: whom they lead to, and all that lead there. */
    static Set<UUID> families(Sql sql, Collection<UUID> contacts) {
        Set<UUID> families = new LinkedHashSet<>();
        Collection<UUID> reached = contacts;
        while (!reached.isEmpty()) {
            Collection<UUID> from = reached;
            reached = sql
                    .list(
                            "select id, joined_into from crm_contact where tenant_id = :tenant and id = any(?)",
                            row -> row.ids(from),
                            row -> {
                                UUID into = row.getObject(2, UUID.class);
                                if (into == null) {
                                    families.addAll(family(sql, new ContactId(row.getObject(1, UUID.class))));
                                }
                                return Optional.ofNullable(into);
                            })
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
        return families;
    }

    /** A contact and all that lead to it. */
    static Set<UUID> family(Sql sql, ContactId contact) {
        Set<UUID> family = new LinkedHashSet<>(Set.of(contact.value()));
        Set<UUID> reached = Set.copyOf(family);
        while (!reached.isEmpty()) {
            Set<UUID> from = reached;
            reached = new LinkedHashSet<>(sql.list(
                    "select id from crm_contact where tenant_id = :tenant and joined_into = any(?)",
                    row -> row.ids(from),
                    row -> row.getObject(1, UUID.class)));
            reached.removeAll(family);
            family.addAll(reached);
        }
        return family;
    }
}
