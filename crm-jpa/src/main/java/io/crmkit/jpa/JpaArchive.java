package io.crmkit.jpa;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one tenant has beside what its contacts show, in the database. Reads a page at a time. */
final class JpaArchive implements Archive {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final byte[] BEGINNING = new byte[0];

    private final Sql sql;
    private final Sealing sealing;

    JpaArchive(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public List<Absorbed> absorbed(ContactId survivor) {
        Set<UUID> family = MergeRows.family(sql, survivor);
        family.remove(survivor.value());
        Map<UUID, Set<Tag>> tags = tags(family);
        Map<ContactId, Map<String, AttributeValue>> attributes = new JpaDossiers(sql, sealing)
                .attributes(family.stream().map(ContactId::new).toList());
        return sql.list("""
                select c.id, c.joined_into, c.status, c.display_name as name, c.username, a.named_at as t2,
                    a.username_at as t3, k.id as data_key, k.wrapped
                from crm_contact c
                join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
                join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                where c.tenant_id = :tenant and c.id = any(?) order by c.tenant_id, c.id""", row -> row.ids(family), row -> {
            ContactId id = new ContactId(row.getObject("id", UUID.class));
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            Naming naming = ContactRows.naming(row, id, key);
            return new Absorbed(
                    id,
                    new ContactId(row.getObject("joined_into", UUID.class)),
                    naming,
                    Codes.status(row.getInt("status")),
                    tags.getOrDefault(id.value(), Set.of()),
                    attributes.getOrDefault(id, Map.of()));
        });
    }

    private Map<UUID, Set<Tag>> tags(Collection<UUID> contacts) {
        Map<UUID, Set<Tag>> tags = new HashMap<>();
        sql.list(
                """
                select c.contact_id, t.id, t.category, t.sealed from crm_contact_tag c
                join crm_tag t on t.tenant_id = c.tenant_id and t.id = c.tag_id
                where c.tenant_id = :tenant and c.contact_id = any(?)""",
                row -> row.ids(contacts),
                row -> tags.computeIfAbsent(row.getObject("contact_id", UUID.class), c -> new HashSet<>())
                        .add(TagRows.open(
                                sealing,
                                row.getObject("id", UUID.class),
                                row.getInt("category"),
                                row.getBytes("sealed"))));
        return tags;
    }

    @Override
    public MergeRecord.Taken taken(MergeId merge) {
        List<Tag> tags = sql.list(
                """
                select t.id, t.category, t.sealed from crm_merge_moved m
                join crm_tag t on t.tenant_id = m.tenant_id and t.id = m.row_id
                where m.tenant_id = :tenant and m.merge_id = ? and m.table_name = 'crm_contact_tag'""",
                row -> row.id(merge.value()),
                row -> TagRows.open(
                        sealing, row.getObject("id", UUID.class), row.getInt("category"), row.getBytes("sealed")));
        List<UUID> notes = sql.list("""
                select row_id from crm_merge_moved
                where tenant_id = :tenant and merge_id = ? and table_name = 'crm_note'""", row -> row.id(merge.value()), row -> row.getObject(1, UUID.class));
        List<MergeRows.Stored> known = MergeRows.byId(sql, merge);
        if (known.isEmpty()) {
            return new MergeRecord.Taken(Set.of(), Set.of(), Set.of());
        }
        MergeRows.Stored stored = known.get(0);
        List<String> attributes = sql.list(
                "select name from crm_attribute where tenant_id = :tenant and contact_id = ? and data_key_id = any(?)",
                row -> row.id(stored.survivor().contact().value())
                        .ids(MergeRows.family(sql, stored.absorbed().contact())),
                row -> row.getString(1));
        return new MergeRecord.Taken(Set.copyOf(tags), Set.copyOf(notes), Set.copyOf(attributes));
    }

    @Override
    public void identifiers(Consumer<Origins.Held> each) {
        byte[] after = BEGINNING;
        for (List<Hash> page = changedHands(after); !page.isEmpty(); page = changedHands(after)) {
            after = page.get(page.size() - 1).bytes();
            Set<Hash> hashes = Set.copyOf(page);
            var holdings = new OriginRows(sql, sealing).holdings(hashes);
            IdentityRows.opened(sql, sealing, hashes)
                    .forEach((hash, matched) -> each.accept(new Origins.Held(
                            matched.key(), matched.identifier(), Objects.requireNonNull(holdings.get(hash)))));
        }
    }

    private List<Hash> changedHands(byte[] after) {
        return sql.list("""
                select key_hash from crm_identifier
                where tenant_id = :tenant and key_hash > ? and (contact_id is null or held_since is not null)
                order by tenant_id, key_hash fetch first ? rows only""", row -> row.bytes(after).number(PAGE), row -> new Hash(row.getBytes(1)));
    }

    private record Stated(Hash id, Instant at, boolean listed) {}

    private record Member(Hash statement, Hash key, boolean former) {}

    @Override
    public void statements(Consumer<IdentityStatement> each) {
        byte[] after = BEGINNING;
        for (List<Stated> page = stated(after); !page.isEmpty(); page = stated(after)) {
            after = page.get(page.size() - 1).id.bytes();
            opened(page).forEach(each);
        }
    }

    private List<Stated> stated(byte[] after) {
        return sql.list(
                """
                select id, stated_at, listed from crm_identity_statement
                where tenant_id = :tenant and id > ? order by tenant_id, id fetch first ? rows only""",
                row -> row.bytes(after).number(PAGE),
                row -> new Stated(
                        new Hash(row.getBytes("id")), Times.present(row, "stated_at"), row.getBoolean("listed")));
    }

    private List<IdentityStatement> opened(List<Stated> page) {
        List<Member> members = sql.list(
                """
                select statement_id, key_hash, former from crm_identity_member
                where tenant_id = :tenant and statement_id = any(?)""",
                row -> row.hashes(sql.vendor(), page.stream().map(Stated::id).toList()),
                row -> new Member(new Hash(row.getBytes(1)), new Hash(row.getBytes(2)), row.getBoolean(3)));
        Map<Hash, MatchKey> keys = IdentityRows.keys(
                sql, sealing, members.stream().map(Member::key).distinct().toList());
        Map<Hash, Set<MatchKey>> now = new HashMap<>();
        Map<Hash, Set<MatchKey>> before = new HashMap<>();
        members.forEach(member -> (member.former ? before : now)
                .computeIfAbsent(member.statement, s -> new HashSet<>())
                .add(Objects.requireNonNull(keys.get(member.key))));
        return page.stream()
                .map(s -> new IdentityStatement(
                        now.getOrDefault(s.id, Set.of()), before.getOrDefault(s.id, Set.of()), s.at, s.listed))
                .toList();
    }

    @Override
    public void contradictions(Consumer<Contradiction> each) {
        pairs(
                "select one_id, other_id from crm_identity_conflict",
                (one, other, row) -> new Contradiction(one, other),
                each);
    }

    @Override
    public void dismissals(Consumer<Dismissal> each) {
        pairs(
                "select one_id, other_id, dismissed_by, dismissed_at from crm_not_duplicate",
                (one, other, row) ->
                        new Dismissal(new Pair(one, other), row.getString(3), Times.present(row, "dismissed_at")),
                each);
    }

    private interface OfPair<T> {
        T read(ContactId one, ContactId other, ResultSet row) throws SQLException;
    }

    private <T> void pairs(String select, OfPair<T> reader, Consumer<T> each) {
        UUID[] after = {FIRST, FIRST};
        List<T> page;
        do {
            UUID[] from = after.clone();
            page = sql.list(
                    select + """
                             where tenant_id = :tenant and one_id >= ? and (one_id > ? or other_id > ?)
                            order by tenant_id, one_id, other_id fetch first ? rows only""", row -> row.id(from[0]).id(from[0]).id(from[1]).number(PAGE), row -> {
                        after[0] = row.getObject(1, UUID.class);
                        after[1] = row.getObject(2, UUID.class);
                        return reader.read(new ContactId(after[0]), new ContactId(after[1]), row);
                    });
            page.forEach(each);
        } while (page.size() == PAGE);
    }

    private record Place(byte[] target, byte[] digest) {}

    @Override
    public void parked(Consumer<ParkedUpdate> each) {
        Place after = new Place(BEGINNING, BEGINNING);
        for (Map<Place, ParkedUpdate> page = waiting(after); !page.isEmpty(); page = waiting(after)) {
            page.values().forEach(each);
            after = last(page.keySet());
        }
    }

    private static Place last(Collection<Place> places) {
        @Nullable Place last = null;
        for (Place place : places) {
            last = place;
        }
        return Objects.requireNonNull(last);
    }

    private Map<Place, ParkedUpdate> waiting(Place after) {
        Map<Place, ParkedUpdate> page = new LinkedHashMap<>();
        sql.list(
                """
                select target_hash, digest, sealed from crm_pending_update
                where tenant_id = :tenant and target_hash >= ? and (target_hash > ? or digest > ?)
                order by tenant_id, target_hash, digest fetch first ? rows only""",
                row -> row.bytes(after.target)
                        .bytes(after.target)
                        .bytes(after.digest)
                        .number(PAGE),
                row -> {
                    Place place = new Place(row.getBytes(1), row.getBytes(2));
                    return page.put(
                            place,
                            PendingRows.open(sealing.intake(), place.target, place.digest, row.getBytes("sealed")));
                });
        return page;
    }
}
