package io.crmkit.jpa;

import io.crmkit.capture.Cluster;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads everything that statements link to some identifiers. */
final class ClusterReader {
    private static final String STRETCH =
            " + case when occurred_at > ? then 1 else 0 end + case when occurred_at >= ? then 1 else 0 end";

    private final Sql sql;
    private final Sealing sealing;

    ClusterReader(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record Member(Hash statement, Hash key, boolean former, Instant at, boolean listed) {}

    private record Known(Hash hash, MatchKey key, @Nullable ContactId holder) {}

    /** What is around the keys, once nobody else can add to the contacts among it. */
    Cluster read(Set<MatchKey> seeds) {
        Set<ContactId> locked = new TreeSet<>();
        Cluster cluster = around(seeds);
        while (!locked.containsAll(cluster.contacts().keySet())) {
            locked.addAll(cluster.contacts().keySet());
            ContactRows.lock(sql, locked);
            cluster = around(seeds);
        }
        return cluster;
    }

    private Cluster around(Set<MatchKey> seeds) {
        Set<Hash> hashes = new LinkedHashSet<>();
        seeds.forEach(key -> hashes.add(sealing.hash(key)));
        List<MergeRows.Stored> merges = new ArrayList<>();
        List<Member> members = members(hashes, merges);
        Map<Hash, Known> keys = new HashMap<>();
        identifiers(hashes).forEach(known -> keys.put(known.hash(), known));
        Map<MatchKey, List<Holding<ContactId>>> holdings = holdings(keys);
        Set<ContactId> contacts = new HashSet<>();
        holdings.values()
                .forEach(times -> times.stream()
                        .map(Holding::holder)
                        .filter(Objects::nonNull)
                        .forEach(contacts::add));
        List<IdentityStatement> statements = statements(members, keys);
        List<Cluster.Span> spans = spans(contacts, keys, Cluster.cuts(statements));
        return new Cluster(statements, holdings, spans, namings(contacts), opened(merges, keys));
    }

    private static List<Merge> opened(List<MergeRows.Stored> merges, Map<Hash, Known> keys) {
        return merges.stream()
                .map(merge -> merge.opened(
                        hash -> Objects.requireNonNull(keys.get(hash)).key()))
                .sorted(Merge.LAST_FIRST)
                .toList();
    }

    /** Grows the hashes until no statement and no merge leads further. */
    private List<Member> members(Set<Hash> hashes, List<MergeRows.Stored> merges) {
        List<Member> members = List.of();
        for (int size = 0; size < hashes.size(); ) {
            size = hashes.size();
            members = sql.list(
                    """
                    select m.statement_id, m.key_hash, m.former, s.stated_at, s.listed
                    from crm_identity_member m
                    join crm_identity_statement s on s.tenant_id = m.tenant_id and s.id = m.statement_id
                    where m.tenant_id = :tenant and m.statement_id in (
                        select o.statement_id from crm_identity_member o
                        where o.tenant_id = :tenant and o.key_hash = any(?))""",
                    row -> row.hashes(sql.vendor(), hashes),
                    row -> new Member(
                            new Hash(row.getBytes("statement_id")),
                            new Hash(row.getBytes("key_hash")),
                            row.getBoolean("former"),
                            Times.present(row, "stated_at"),
                            row.getBoolean("listed")));
            members.forEach(member -> hashes.add(member.key()));
            merges.clear();
            merges.addAll(MergeRows.linking(sql, hashes));
            merges.forEach(merge -> hashes.addAll(merge.keys()));
        }
        return members;
    }

    private List<Known> identifiers(Collection<Hash> hashes) {
        return sql.list("""
                select i.key_hash, i.contact_id, i.sealed, k.id as data_key, k.wrapped from crm_identifier i
                join crm_data_key k on k.tenant_id = i.tenant_id and k.id = i.data_key_id
                where i.tenant_id = :tenant and i.key_hash = any(?)""", row -> row.hashes(sql.vendor(), hashes), row -> {
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            byte[] hash = row.getBytes("key_hash");
            UUID holder = row.getObject("contact_id", UUID.class);
            return new Known(
                    new Hash(hash),
                    IdentityRows.open(key, hash, row.getBytes("sealed")).key(),
                    holder == null ? null : new ContactId(holder));
        });
    }

    private Map<MatchKey, List<Holding<ContactId>>> holdings(Map<Hash, Known> keys) {
        Map<MatchKey, List<Holding<ContactId>>> holdings = new HashMap<>();
        keys.values().forEach(known -> holdings.put(known.key(), new ArrayList<>()));
        sql.list("""
                select key_hash, until_at, contact_id from crm_holding
                where tenant_id = :tenant and key_hash = any(?) order by tenant_id, key_hash, until_at""", row -> row.hashes(sql.vendor(), keys.keySet()), row -> {
            UUID holder = row.getObject("contact_id", UUID.class);
            Known known = Objects.requireNonNull(keys.get(new Hash(row.getBytes("key_hash"))));
            return Objects.requireNonNull(holdings.get(known.key()))
                    .add(new Holding<>(Times.present(row, "until_at"), holder == null ? null : new ContactId(holder)));
        });
        keys.values()
                .forEach(known ->
                        Objects.requireNonNull(holdings.get(known.key())).add(new Holding<>(null, known.holder())));
        return holdings;
    }

    private static List<IdentityStatement> statements(List<Member> members, Map<Hash, Known> keys) {
        Map<Hash, Set<MatchKey>> now = new HashMap<>();
        Map<Hash, Set<MatchKey>> before = new HashMap<>();
        Map<Hash, Member> heads = new HashMap<>();
        for (Member member : members) {
            heads.put(member.statement(), member);
            (member.former() ? before : now)
                    .computeIfAbsent(member.statement(), s -> new HashSet<>())
                    .add(Objects.requireNonNull(keys.get(member.key())).key());
        }
        List<IdentityStatement> statements = new ArrayList<>();
        heads.forEach((id, head) -> statements.add(new IdentityStatement(
                now.getOrDefault(id, Set.of()), before.getOrDefault(id, Set.of()), head.at(), head.listed())));
        return statements;
    }

    private List<Cluster.Span> spans(Set<ContactId> contacts, Map<Hash, Known> keys, List<Instant> cuts) {
        return sql
                .list(
                        """
                        select contact_id, route_hash, stretch, min(occurred_at) as first_at, max(occurred_at) as last_at
                        from (select contact_id, route_hash, occurred_at, 0%s as stretch from crm_interaction
                            where tenant_id = :tenant and contact_id = any(?)) seen
                        group by contact_id, route_hash, stretch""".formatted(STRETCH.repeat(cuts.size())),
                        row -> {
                            for (Instant cut : cuts) {
                                row.time(cut).time(cut);
                            }
                            row.ids(contacts.stream().map(ContactId::value).toList());
                        },
                        row -> {
                            Known known = keys.get(new Hash(row.getBytes("route_hash")));
                            return known == null
                                    ? List.<Cluster.Span>of()
                                    : List.of(new Cluster.Span(
                                            new ContactId(row.getObject("contact_id", UUID.class)),
                                            known.key(),
                                            Times.present(row, "first_at"),
                                            Times.present(row, "last_at")));
                        })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Map<ContactId, Naming> namings(Set<ContactId> contacts) {
        Map<ContactId, Naming> namings = new HashMap<>();
        sql.list("""
                select c.id, c.display_name as name, c.username, a.named_at as t2, a.username_at as t3, a.epoch,
                    k.id as data_key, k.wrapped
                from crm_contact c
                join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
                join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                where c.tenant_id = :tenant and c.id = any(?)""", row -> row.ids(contacts.stream().map(ContactId::value).toList()), row -> {
            ContactId contact = new ContactId(row.getObject("id", UUID.class));
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            sealing.remember(contact, key, row.getInt("epoch"));
            return namings.put(contact, ContactRows.naming(row, contact, key));
        });
        return namings;
    }
}
