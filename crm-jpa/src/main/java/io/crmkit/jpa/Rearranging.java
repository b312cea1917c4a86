package io.crmkit.jpa;

import io.crmkit.capture.Rearrangement;
import io.crmkit.capture.Rearrangement.Move;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves identifiers and interactions to whom they belong, sealed with that contact's key. */
final class Rearranging {
    private final Sql sql;
    private final Sealing sealing;
    private final List<Belonging> belongings;

    Rearranging(Sql sql, Sealing sealing, List<Belonging> belongings) {
        this.sql = sql;
        this.sealing = sealing;
        this.belongings = belongings;
    }

    void apply(Rearrangement change) {
        NewContacts.rows(sql, sealing, change.created());
        IdentityRows.keep(sql, sealing, Map.of(change.statement(), change.identifiers()));
        change.restored().forEach(contact -> restore(contact, change.merge().orElseThrow()));
        Map<MatchKey, Identifier> values = values(change);
        change.holdings().forEach((key, times) -> hold(key, Objects.requireNonNull(values.get(key)), times));
        change.moves().stream().filter(move -> !absorbedWhole(change, move)).forEach(this::move);
        change.restored().forEach(contact -> sealAgain(change.contacts(), contact));
        change.contacts().forEach(sealing::renew);
        change.absorbed().forEach((from, into) -> absorb(from, into, change));
        // Those with conversations are counted again once these are cut anew.
        if (!change.moves().isEmpty() || !change.absorbed().isEmpty()) {
            change.contacts().forEach(contact -> InteractionWrites.recount(sql, contact));
        }
        ContactTermRows.readdress(sql, sealing, change.contacts());
        ContactTermRows.forget(sql, sealing, change.absorbed().keySet());
        conflicts(change);
    }

    private void conflicts(Rearrangement change) {
        List<UUID> contacts = change.contacts().stream().map(ContactId::value).toList();
        sql.update("""
                delete from crm_identity_conflict
                where tenant_id = :tenant and (one_id = any(?) or other_id = any(?))""", row -> row.ids(contacts).ids(contacts));
        sql.each("""
                insert into crm_identity_conflict (tenant_id, one_id, other_id, statement_id)
                select :tenant, ?, ?, ? where not exists (
                    select 1 from crm_identity_conflict where tenant_id = :tenant and one_id = ? and other_id = ?)""", change.conflicts(), (row, c) -> {
            boolean inOrder = c.one().compareTo(c.other()) <= 0;
            UUID lower = (inOrder ? c.one() : c.other()).value();
            UUID higher = (inOrder ? c.other() : c.one()).value();
            row.id(lower)
                    .id(higher)
                    .bytes(IdentityRows.hash(c.statement(), sealing).bytes())
                    .id(lower)
                    .id(higher);
        });
    }

    private static boolean absorbedWhole(Rearrangement change, Move move) {
        return move.to().equals(change.absorbed().get(move.from()));
    }

    private Map<MatchKey, Identifier> values(Rearrangement change) {
        Map<MatchKey, Identifier> values = new HashMap<>(change.identifiers());
        sql.list(
                        """
                        select i.key_hash, i.sealed, k.id as data_key, k.wrapped from crm_identifier i
                        join crm_data_key k on k.tenant_id = i.tenant_id and k.id = i.data_key_id
                        where i.tenant_id = :tenant and i.key_hash = any(?)""",
                        row -> row.hashes(
                                sql.vendor(),
                                change.holdings().keySet().stream()
                                        .map(sealing::hash)
                                        .toList()),
                        row -> IdentityRows.open(
                                sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped")),
                                row.getBytes("key_hash"),
                                row.getBytes("sealed")))
                .forEach(stored -> values.put(stored.key(), stored.identifier()));
        return values;
    }

    private void hold(MatchKey key, Identifier identifier, List<Holding<ContactId>> times) {
        int last = times.size() - 1;
        IdentityRows.Stored stored =
                IdentityRows.seal(key, identifier, times.get(last).holder(), sealing);
        byte[] hash = stored.hash().bytes();
        Instant since = last == 0 ? null : times.get(last - 1).until();
        sql.update("delete from crm_holding where tenant_id = :tenant and key_hash = ?", row -> row.bytes(hash));
        sql.each(
                "insert into crm_holding (tenant_id, key_hash, until_at, contact_id) values (:tenant, ?, ?, ?)",
                times.subList(0, last),
                (row, time) -> row.bytes(hash).time(time.until()).id(id(time.holder())));
        sql.update(
                """
                update crm_identifier set contact_id = ?, held_since = ?, data_key_id = ?, sealed = ?
                where tenant_id = :tenant and key_hash = ?""",
                row -> row.id(id(stored.contact()))
                        .time(since)
                        .id(stored.key().id())
                        .bytes(stored.sealed())
                        .bytes(hash));
    }

    private static @Nullable UUID id(@Nullable ContactId contact) {
        return contact == null ? null : contact.value();
    }

    /** Part of a contact's past is somebody else's, so it is sealed again: erasing one must not blind the other. */
    private void move(Move move) {
        reseal(
                sealing.of(move.to()),
                move.to(),
                "x.contact_id = ? and x.route_hash = ? and x.occurred_at > ? and x.occurred_at <= ?",
                row -> row.id(move.from().value())
                        .bytes(sealing.hash(move.route()).bytes())
                        .time(Objects.requireNonNullElse(move.after(), Instant.EPOCH.minusSeconds(1)))
                        .time(Objects.requireNonNullElse(move.until(), Times.NEVER)));
    }

    private void reseal(DataKey to, ContactId owner, String which, Sql.Binder binder) {
        record Moved(UUID id, byte[] body, byte @Nullable [] error) {}
        List<Moved> moved = sql.list("""
                select x.id, x.body, x.error, k.id as data_key, k.wrapped from crm_interaction x
                join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                where x.tenant_id = :tenant and\s""" + which, binder, row -> {
            DataKey from = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            UUID id = row.getObject("id", UUID.class);
            return new Moved(
                    id,
                    Objects.requireNonNull(again("body", id, row.getBytes("body"), from, to)),
                    again("error", id, row.getBytes("error"), from, to));
        });
        sql.each(
                """
                update crm_interaction set contact_id = ?, body = ?, error = ?, data_key_id = ?
                where tenant_id = :tenant and id = ?""",
                moved,
                (row, m) -> row.id(owner.value())
                        .bytes(m.body)
                        .bytes(m.error)
                        .id(to.id())
                        .id(m.id));
        JpaReadings.forget(sql, moved.stream().map(Moved::id).toList());
    }

    private static byte @Nullable [] again(String column, UUID id, byte @Nullable [] sealed, DataKey from, DataKey to) {
        if (sealed == null) {
            return null;
        }
        byte[] row = Sealing.row(id);
        return to.seal(InteractionRows.TABLE, column, row, from.unseal(InteractionRows.TABLE, column, row, sealed));
    }

    /** Two contacts are one: what was sealed stays as it is, and the keys go with it. */
    private void absorb(ContactId from, ContactId into, Rearrangement change) {
        JpaAdditions.joinStatus(sql, from, into);
        sql.update(
                "update crm_interaction set contact_id = ? where tenant_id = :tenant and contact_id = ?",
                row -> row.id(into.value()).id(from.value()));
        sql.update(
                "update crm_data_key set contact_id = ? where tenant_id = :tenant and contact_id = ?",
                row -> row.id(into.value()).id(from.value()));
        sql.update(
                """
                update crm_contact set joined_into = ?, joined_by = ?, joined_at = current_timestamp
                where tenant_id = :tenant and id = ?""",
                row -> row.id(into.value())
                        .bytes(IdentityRows.hash(change.statement(), sealing).bytes())
                        .id(from.value()));
        sql.update("""
                update crm_contact set restricted_at = coalesce(restricted_at,
                    (select f.restricted_at from crm_contact f where f.tenant_id = :tenant and f.id = ?))
                where tenant_id = :tenant and id = ?""", row -> row.id(from.value()).id(into.value()));
        MergeId merge = change.merge()
                .filter(made -> made.absorbed().contact().equals(from))
                .map(Merge::id)
                .orElse(null);
        belongings.forEach(each -> each.join(sql, from, into, merge));
    }

    /** A contact is itself again, and so are those it had absorbed; their keys come back with them. */
    private void restore(ContactId contact, Merge undone) {
        ContactId survivor = sql.one(
                        "select joined_into from crm_contact where tenant_id = :tenant and id = ?",
                        row -> row.id(contact.value()),
                        row -> new ContactId(row.getObject(1, UUID.class)))
                .map(this::survivor)
                .orElseThrow();
        sql.update("""
                update crm_contact set joined_into = null, joined_by = null, joined_at = null
                where tenant_id = :tenant and id = ?""", row -> row.id(contact.value()));
        sql.update(
                "update crm_data_key set contact_id = ? where tenant_id = :tenant and id = any(?)",
                row -> row.id(contact.value()).ids(MergeRows.family(sql, contact)));
        belongings.forEach(each -> each.part(sql, survivor, contact, undone.id()));
        sql.update(
                "delete from crm_merge_moved where tenant_id = :tenant and merge_id = ?",
                row -> row.id(undone.id().value()));
    }

    private ContactId survivor(ContactId contact) {
        return sql
                .list(
                        "select joined_into from crm_contact where tenant_id = :tenant and id = ? and joined_into is not null",
                        row -> row.id(contact.value()),
                        row -> new ContactId(row.getObject(1, UUID.class)))
                .stream()
                .findFirst()
                .map(this::survivor)
                .orElse(contact);
    }

    /** What stays with others though it was sealed with a key that went back. */
    private void sealAgain(Collection<ContactId> contacts, ContactId restored) {
        for (ContactId contact : contacts) {
            if (!contact.equals(restored)) {
                reseal(
                        sealing.of(contact),
                        contact,
                        "x.contact_id = ? and x.data_key_id = any(?)",
                        row -> row.id(contact.value()).ids(MergeRows.family(sql, restored)));
            }
        }
    }
}
