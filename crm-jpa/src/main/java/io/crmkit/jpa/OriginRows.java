package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.dossier.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What identifiers contacts hold or held, and who they absorbed, for many at once. */
final class OriginRows {
    private final Sql sql;
    private final Sealing sealing;

    OriginRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record Mention(Hash key, UUID contact) {}

    Map<ContactId, Origins> of(Collection<ContactId> contacts) {
        Set<Mention> mentions = mentions(JpaDossiers.ids(contacts));
        Set<Hash> hashes = new HashSet<>();
        mentions.forEach(mention -> hashes.add(mention.key));
        Map<Hash, List<Holding<ContactId>>> holdings = holdings(hashes);
        Map<Hash, IdentifierCodec.Matched> opened = IdentityRows.opened(sql, sealing, hashes);
        Map<UUID, List<Origins.Held>> held = new HashMap<>();
        for (Mention mention : mentions) {
            IdentifierCodec.Matched matched = Objects.requireNonNull(opened.get(mention.key));
            held.computeIfAbsent(mention.contact, c -> new ArrayList<>())
                    .add(new Origins.Held(
                            matched.key(), matched.identifier(), Objects.requireNonNull(holdings.get(mention.key))));
        }
        Map<UUID, List<ContactId>> absorbed = absorbed(JpaDossiers.ids(contacts));
        Map<ContactId, Origins> origins = new HashMap<>();
        contacts.forEach(contact -> origins.put(
                contact,
                new Origins(
                        held.getOrDefault(contact.value(), List.of()),
                        absorbed.getOrDefault(contact.value(), List.of()))));
        origins.values().removeIf(Origins.NONE::equals);
        return origins;
    }

    private Set<Mention> mentions(List<UUID> contacts) {
        return new HashSet<>(sql.list(
                """
                select key_hash, contact_id from crm_identifier where tenant_id = :tenant and contact_id = any(?)
                union
                select key_hash, contact_id from crm_holding where tenant_id = :tenant and contact_id = any(?)""",
                row -> row.ids(contacts).ids(contacts),
                row -> new Mention(new Hash(row.getBytes(1)), row.getObject(2, UUID.class))));
    }

    Map<Hash, List<Holding<ContactId>>> holdings(Set<Hash> hashes) {
        Map<Hash, List<Holding<ContactId>>> holdings = new HashMap<>();
        for (String query : List.of("""
                select key_hash, until_at, contact_id from crm_holding
                where tenant_id = :tenant and key_hash = any(?) order by tenant_id, key_hash, until_at""", """
                select key_hash, cast(null as timestamp with time zone) as until_at, contact_id from crm_identifier
                where tenant_id = :tenant and key_hash = any(?)""")) {
            sql.list(
                    query,
                    row -> row.hashes(sql.vendor(), hashes),
                    row -> holdings.computeIfAbsent(new Hash(row.getBytes("key_hash")), h -> new ArrayList<>())
                            .add(new Holding<>(
                                    Times.at(row, "until_at"), contact(row.getObject("contact_id", UUID.class)))));
        }
        return holdings;
    }

    private static @Nullable ContactId contact(@Nullable UUID id) {
        return id == null ? null : new ContactId(id);
    }

    private Map<UUID, List<ContactId>> absorbed(List<UUID> contacts) {
        Map<UUID, List<ContactId>> absorbed = new HashMap<>();
        Map<UUID, UUID> reached = new HashMap<>();
        contacts.forEach(contact -> reached.put(contact, contact));
        while (!reached.isEmpty()) {
            Map<UUID, UUID> survivors = Map.copyOf(reached);
            reached.clear();
            sql.list(
                    "select id, joined_into from crm_contact where tenant_id = :tenant and joined_into = any(?)",
                    row -> row.ids(survivors.keySet()),
                    row -> reached.put(
                            row.getObject("id", UUID.class),
                            Objects.requireNonNull(survivors.get(row.getObject("joined_into", UUID.class)))));
            reached.forEach((id, survivor) ->
                    absorbed.computeIfAbsent(survivor, s -> new ArrayList<>()).add(new ContactId(id)));
        }
        return absorbed;
    }
}
