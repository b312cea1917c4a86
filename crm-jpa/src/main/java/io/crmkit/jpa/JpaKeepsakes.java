package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.MergeId;
import io.crmkit.move.Keepsake;
import io.crmkit.move.Keepsakes;
import io.crmkit.move.LastWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was agreed with many contacts, asked for by them and said to them, in the database. */
final class JpaKeepsakes implements Keepsakes {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;
    private final Sealing sealing;

    JpaKeepsakes(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Map<ContactId, List<Keepsake>> of(Collection<ContactId> contacts) {
        List<Keepsake> all = new ArrayList<>();
        new JpaConsents(sql, sealing)
                .ledgers(contacts, (contact, consent) -> all.add(new Keepsake.Agreed(contact, consent, List.of())));
        new JpaRequests(sql).ofThese(contacts).forEach(request -> all.add(new Keepsake.Asked(request, List.of())));
        return grouped(all, contacts);
    }

    @Override
    public Map<ContactId, Integer> sendings(Collection<ContactId> contacts) {
        Map<ContactId, Integer> counts = new HashMap<>();
        sql.list(
                """
                select contact_id, count(*) from crm_sending
                where tenant_id = :tenant and contact_id = any(?) group by contact_id""",
                row -> row.ids(ids(contacts)),
                row -> counts.put(new ContactId(row.getObject(1, UUID.class)), row.getInt(2)));
        return counts;
    }

    @Override
    public Map<ContactId, List<Keepsake.Sent>> sent(Collection<ContactId> contacts) {
        List<Keepsake.Sent> all = new JpaSendings(sql, sealing)
                .ofThese(contacts).stream()
                        .map(each -> new Keepsake.Sent(each, List.of()))
                        .toList();
        return grouped(all, contacts);
    }

    @Override
    public List<Keepsake.Sent> sent(ContactId contact, @Nullable UUID after, int limit) {
        List<Keepsake.Sent> page = new JpaSendings(sql, sealing)
                .page(contact, after == null ? FIRST : after, limit).stream()
                        .map(each -> new Keepsake.Sent(each, List.of()))
                        .toList();
        return grouped(page, List.of(contact)).getOrDefault(contact, List.of());
    }

    private static List<UUID> ids(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toList();
    }

    /** By contact, each with the merges that took it. */
    private <T extends Keepsake> Map<ContactId, List<T>> grouped(List<T> all, Collection<ContactId> contacts) {
        Map<UUID, List<MergeId>> taken = all.isEmpty() ? Map.of() : taken(contacts);
        Map<ContactId, List<T>> of = new LinkedHashMap<>();
        for (T each : all) {
            of.computeIfAbsent(each.contact(), c -> new ArrayList<>())
                    .add(by(each, taken.getOrDefault(each.id(), List.of())));
        }
        return of;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Keepsake> T by(T keepsake, List<MergeId> merges) {
        if (merges.isEmpty()) {
            return keepsake;
        } else if (keepsake instanceof Keepsake.Agreed agreed) {
            return (T) new Keepsake.Agreed(agreed.contact(), agreed.consent(), merges);
        } else if (keepsake instanceof Keepsake.Asked asked) {
            return (T) new Keepsake.Asked(asked.request(), merges);
        }
        return (T) new Keepsake.Sent(((Keepsake.Sent) (Keepsake) keepsake).sending(), merges);
    }

    /** The merges that took rows to contacts, the first first, by row. */
    private Map<UUID, List<MergeId>> taken(Collection<ContactId> contacts) {
        Set<UUID> family = new LinkedHashSet<>(ids(contacts));
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
        Map<UUID, List<MergeId>> taken = new HashMap<>();
        if (family.size() > contacts.size()) {
            sql.list(
                    """
                    select m.row_id, m.merge_id from crm_merge g
                    join crm_merge_moved m on m.tenant_id = g.tenant_id and m.merge_id = g.id
                        and m.table_name in ('crm_consent', 'crm_request', 'crm_sending')
                    where g.tenant_id = :tenant and g.survivor_id = any(?) and g.undone_at is null
                    order by g.merged_at, g.id""",
                    row -> row.ids(family),
                    row -> taken.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new MergeId(row.getObject(2, UUID.class))));
        }
        return taken;
    }

    @Override
    public void strays(Consumer<Keepsake.Asked> each) {
        new JpaRequests(sql).strays(PAGE, request -> each.accept(new Keepsake.Asked(request, List.of())));
    }

    @Override
    public void words(Consumer<LastWord<MatchKey>> each) {
        new Suppressions(sql, sealing).words(each);
    }

    @Override
    public void say(List<LastWord<MatchKey>> words) {
        words.forEach(word -> JpaConsents.say(
                sql,
                List.of(sealing.suppressed(sealing.hash(word.on()))),
                word.purpose(),
                word.channel(),
                word.granted(),
                word.since()));
    }

    @Override
    public void put(List<Keepsake> keepsakes) {
        Map<UUID, ContactId> absorbed = absorbed(keepsakes);
        Set<UUID> there = there(keepsakes);
        for (Keepsake each : keepsakes) {
            if (!there.contains(each.id())) {
                put(each, absorbed);
            }
        }
    }

    private void put(Keepsake keepsake, Map<UUID, ContactId> absorbed) {
        List<MergeId> by = keepsake.by();
        if (keepsake instanceof Keepsake.Agreed agreed) {
            new JpaConsents(sql, sealing).enter(agreed.contact(), agreed.consent());
            moved("crm_consent", keepsake.id(), by);
        } else if (keepsake instanceof Keepsake.Asked asked) {
            new JpaRequests(sql).add(asked.request());
            moved("crm_request", keepsake.id(), by);
        } else {
            // Sealed as whoever it was of first, who may get it back.
            ContactId first = by.isEmpty()
                    ? keepsake.contact()
                    : absorbed.getOrDefault(by.get(0).value(), keepsake.contact());
            new JpaSendings(sql, sealing).add(((Keepsake.Sent) keepsake).sending(), sealing.of(first));
            moved("crm_sending", keepsake.id(), by);
        }
    }

    private void moved(String table, UUID row, List<MergeId> by) {
        sql.each(
                "insert into crm_merge_moved (tenant_id, merge_id, table_name, row_id) values (:tenant, ?, ?, ?)",
                by,
                (bound, merge) -> bound.id(merge.value()).text(table).id(row));
    }

    /** Whom the merges absorbed by which keepsakes came. */
    private Map<UUID, ContactId> absorbed(List<Keepsake> keepsakes) {
        Set<UUID> merges = new LinkedHashSet<>();
        keepsakes.forEach(each -> each.by().forEach(merge -> merges.add(merge.value())));
        Map<UUID, ContactId> absorbed = new HashMap<>();
        if (!merges.isEmpty()) {
            sql.list(
                    "select id, absorbed_id from crm_merge where tenant_id = :tenant and id = any(?)",
                    row -> row.ids(merges),
                    row -> absorbed.put(row.getObject(1, UUID.class), new ContactId(row.getObject(2, UUID.class))));
        }
        if (absorbed.size() < merges.size()) {
            throw new IllegalArgumentException("There is no such merge");
        }
        return absorbed;
    }

    private Set<UUID> there(List<Keepsake> keepsakes) {
        List<UUID> ids = keepsakes.stream().map(Keepsake::id).toList();
        Set<UUID> contacts = new LinkedHashSet<>();
        keepsakes.stream()
                .filter(each -> !(each instanceof Keepsake.Asked))
                .forEach(each -> contacts.add(each.contact().value()));
        int known = sql.one(
                        "select count(*) from crm_contact where tenant_id = :tenant and id = any(?)",
                        row -> row.ids(contacts),
                        row -> row.getInt(1))
                .orElseThrow();
        if (known < contacts.size()) {
            throw new IllegalArgumentException("There is no such contact");
        }
        return new LinkedHashSet<>(
                sql.list("""
                select id from crm_consent where tenant_id = :tenant and id = any(?)
                union all select id from crm_request where tenant_id = :tenant and id = any(?)
                union all select id from crm_sending where tenant_id = :tenant and id = any(?)""", row -> row.ids(ids).ids(ids).ids(ids), row -> row.getObject(1, UUID.class)));
    }
}
