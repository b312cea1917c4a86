package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureId;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.ErasureNote.Grave;
import io.crmkit.rights.Erasures;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Erasing people from the database, as the data map says. */
final class JpaErasures implements Erasures {
    private static final String INTERACTION = "crm_interaction";
    private static final DataMap MAP = DataMap.SHIPPED;

    private final Sql sql;
    private final Sealing sealing;

    JpaErasures(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public boolean shred(ErasureNote order, Set<UUID> setAsides) {
        if (!sealing.exists() && order.graves().isEmpty() || find(order.id()).isPresent()) {
            return false;
        }
        Shredding shredding = new Shredding(sql, sealing);
        Set<UUID> family = shredding.run(order, setAsides);
        if (family.isEmpty() && order.graves().isEmpty()) {
            return false;
        }
        Set<UUID> all = new LinkedHashSet<>(family);
        order.contacts().forEach(contact -> all.add(contact.value()));
        sql.update(
                """
                insert into crm_erasure (tenant_id, id, erased_by, erased_at, removed, remaining)
                values (:tenant, ?, ?, ?, ?, '')""",
                row -> row.id(order.id().value())
                        .text(order.by())
                        .time(order.at())
                        .text(Tallies.text(shredding.removed())));
        sql.each(
                sql.ignoring(
                        "crm_erased_contact (tenant_id, contact_id, erasure_id)",
                        "cast(? as uuid), cast(? as uuid)",
                        "contact_id = ?"),
                all,
                (row, contact) -> row.id(contact).id(order.id().value()).id(contact));
        return true;
    }

    @Override
    public Map<String, Long> purge(ErasureId id, int messages) {
        List<UUID> family = contacts(id);
        CaptureLock.take(sql, sealing, List.of());
        List<UUID> some = sql.list(
                "select id from crm_interaction where tenant_id = :tenant and contact_id = any(?) fetch first ? rows only",
                row -> row.ids(family).number(messages),
                row -> row.getObject(1, UUID.class));
        Map<String, Long> removed = new TreeMap<>();
        if (some.isEmpty()) {
            purgeRest(family, removed);
        } else {
            purge(some, removed);
        }
        return removed;
    }

    private void purge(List<UUID> interactions, Map<String, Long> removed) {
        ErasedMessages.add(sql, interactions);
        count(removed, "crm_interaction_words", WordRows.forget(sql, interactions));
        for (DataMap.Table table : MAP.tables()) {
            if (table.deleted() && table.of(INTERACTION) && !table.name().equals("crm_interaction_words")) {
                count(removed, table.name(), delete(table.name(), "interaction_id", interactions));
            }
        }
        count(removed, INTERACTION, delete(INTERACTION, "id", interactions));
    }

    private int delete(String table, String column, List<UUID> ids) {
        return sql.update(
                "delete from " + table + " where tenant_id = :tenant and " + column + " = any(?)", row -> row.ids(ids));
    }

    /** Once nobody is left who began to add something before. */
    private void purgeRest(List<UUID> family, Map<String, Long> removed) {
        sql.list(
                "select id from crm_contact where tenant_id = :tenant and id = any(?) for update",
                row -> row.ids(family),
                row -> row.getObject(1));
        for (DataMap.Table table : MAP.tables()) {
            if (table.deleted() && !table.of(INTERACTION)) {
                count(
                        removed,
                        table.name(),
                        sql.update(
                                "delete from " + table.name() + " where tenant_id = :tenant and (" + table.about(MAP)
                                        + ")",
                                row -> bind(row, table, family)));
            }
        }
    }

    private static void count(Map<String, Long> removed, String table, int rows) {
        if (rows > 0) {
            removed.merge(table, (long) rows, Long::sum);
        }
    }

    private static void bind(Row row, DataMap.Table table, List<UUID> family) throws SQLException {
        for (int i = 0; i < MAP.bindings(table); i++) {
            row.ids(family);
        }
    }

    @Override
    public Map<String, Long> remaining(ErasureId id) {
        List<UUID> family = contacts(id);
        Map<String, Long> remaining = new TreeMap<>();
        if (family.isEmpty()) {
            return remaining;
        }
        for (DataMap.Table table : MAP.tables()) {
            if (table.deleted()) {
                remaining.put(
                        table.name(),
                        sql.one(
                                        "select count(*) from " + table.name() + " where tenant_id = :tenant and ("
                                                + table.about(MAP) + ")",
                                        row -> bind(row, table, family),
                                        row -> row.getLong(1))
                                .orElseThrow());
            }
        }
        return remaining;
    }

    @Override
    public void save(Erasure erasure) {
        sql.update(
                """
                update crm_erasure set completed_at = ?, removed = ?, remaining = ?
                where tenant_id = :tenant and id = ?""",
                row -> row.time(erasure.completedAt())
                        .text(Tallies.text(erasure.removed()))
                        .text(Tallies.text(erasure.remaining()))
                        .id(erasure.id().value()));
    }

    @Override
    public Optional<ErasureNote> note(ErasureId id) {
        List<Grave> graves = sql.list(
                "select key_hash, after_at, until_at from crm_erased_key where tenant_id = :tenant and erasure_id = ?",
                row -> row.id(id.value()),
                row -> new Grave(
                        HexFormat.of().formatHex(row.getBytes("key_hash")),
                        Times.at(row, "after_at"),
                        Times.present(row, "until_at")));
        return find(id).map(e -> new ErasureNote(sql.tenant(), id, e.by(), e.at(), e.contacts(), Set.copyOf(graves)));
    }

    private List<UUID> contacts(ErasureId id) {
        return sql.list(
                "select contact_id from crm_erased_contact where tenant_id = :tenant and erasure_id = ?",
                row -> row.id(id.value()),
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public Optional<Erasure> of(ContactId contact) {
        return sql.one(
                        "select erasure_id from crm_erased_contact where tenant_id = :tenant and contact_id = ?",
                        row -> row.id(contact.value()),
                        row -> new ErasureId(row.getObject(1, UUID.class)))
                .flatMap(this::find);
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        List<ContactId> contacts = contacts(id).stream().map(ContactId::new).toList();
        return sql.one(
                """
                select erased_by, erased_at, completed_at, removed, remaining from crm_erasure
                where tenant_id = :tenant and id = ?""",
                row -> row.id(id.value()),
                row -> new Erasure(
                        id,
                        Set.copyOf(contacts),
                        row.getString("erased_by"),
                        Times.present(row, "erased_at"),
                        Times.at(row, "completed_at"),
                        Tallies.of(row.getString("removed")),
                        Tallies.of(row.getString("remaining"))));
    }
}
