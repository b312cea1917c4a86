package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.duplicate.Candidate;
import io.crmkit.duplicate.Census;
import io.crmkit.duplicate.Mark;
import io.crmkit.duplicate.Marks;
import io.crmkit.insight.Matter;
import io.crmkit.search.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The marks of contacts by their keyed hashes: who shares one lies together in the index. */
final class JpaMarks implements Marks {
    private final Sql sql;
    private final Sealing sealing;
    private final JpaContacts contacts;

    JpaMarks(Sql sql, Sealing sealing, JpaContacts contacts) {
        this.sql = sql;
        this.sealing = sealing;
        this.contacts = contacts;
    }

    private record Borne(long place, UUID contact) {}

    @Override
    public long place(Mark mark) {
        return MarkRows.place(mark, sealing);
    }

    @Override
    public Stretch groups(long from, int rows, int most) {
        if (!sealing.exists()) {
            return new Stretch(List.of(), OptionalLong.empty());
        }
        List<Borne> borne = sql.list("""
                select m.token, m.contact_id from crm_contact_mark m where m.tenant_id = :tenant and m.token >= ?
                order by m.tenant_id, m.token, m.contact_id, m.part fetch first ? rows only""", row -> row.big(from).number(rows), JpaMarks::borne);
        if (borne.size() < rows) {
            return new Stretch(grouped(borne, most), OptionalLong.empty());
        }
        // The last may have been cut off; begun with it, the next stretch has it whole.
        long last = borne.get(rows - 1).place;
        List<Borne> whole = borne.stream().filter(each -> each.place != last).toList();
        long next = whole.isEmpty() ? last + 1 : last;
        return new Stretch(grouped(whole, most), OptionalLong.of(next));
    }

    @Override
    public List<Group> groups(Collection<Long> places, int most) {
        if (places.isEmpty() || !sealing.exists()) {
            return List.of();
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            return grouped(
                    sql.list("""
                            select t.token, m.contact_id from unnest(?::int8[]) as t(token) cross join lateral (
                                select distinct c.contact_id from crm_contact_mark c
                                where c.tenant_id = :tenant and c.token = t.token fetch first ? rows only) m""", row -> row.array("int8", places.toArray()).number(most + 1), JpaMarks::borne), most);
        }
        List<Borne> borne = new ArrayList<>();
        for (long place : new TreeSet<>(places)) {
            borne.addAll(sql.list("""
                    select distinct m.token, m.contact_id from crm_contact_mark m
                    where m.tenant_id = :tenant and m.token = ? fetch first ? rows only""", row -> row.big(place).number(most + 1), JpaMarks::borne));
        }
        return grouped(borne, most);
    }

    private static Borne borne(ResultSet row) throws SQLException {
        return new Borne(row.getLong(1), row.getObject(2, UUID.class));
    }

    private static List<Group> grouped(List<Borne> borne, int most) {
        Map<Long, Set<ContactId>> byPlace = new TreeMap<>();
        borne.forEach(each ->
                byPlace.computeIfAbsent(each.place, p -> new TreeSet<>()).add(new ContactId(each.contact)));
        return byPlace.entrySet().stream()
                .filter(each -> each.getValue().size() > 1 && each.getValue().size() <= most)
                .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    @Override
    public Census census(Set<String> words) {
        Map<String, Integer> bearers = new HashMap<>();
        if (!sealing.exists()) {
            return new Census(0, bearers);
        }
        Map<String, Long> tokens = new HashMap<>();
        words.forEach(word -> tokens.put(word, ContactTermRows.token(Term.beginning(word), sealing)));
        Map<Long, Integer> counts = counts(new TreeSet<>(tokens.values()));
        tokens.forEach((word, token) -> bearers.put(word, counts.getOrDefault(token, 0)));
        int all = sql.one("""
                        select count(*) from (select 1 from crm_contact_activity a where a.tenant_id = :tenant
                            order by a.tenant_id, a.contact_id fetch first ? rows only) c""", row -> row.number(Census.MOST_CONTACTS), row -> row.getInt(1))
                .orElse(0);
        return new Census(all, bearers);
    }

    private Map<Long, Integer> counts(Set<Long> tokens) {
        Map<Long, Integer> counts = new HashMap<>();
        String counted = """
                select count(*) from (select 1 from crm_contact_term c
                    where c.tenant_id = :tenant and c.token = %s fetch first ? rows only) n""";
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.list(
                    "select t.token, (" + counted.formatted("t.token") + ") from unnest(?::int8[]) as t(token)",
                    row -> row.number(Census.MOST_BEARERS).array("int8", tokens.toArray()),
                    row -> counts.put(row.getLong(1), row.getInt(2)));
            return counts;
        }
        for (long token : tokens) {
            sql.list(
                    counted.formatted("?"),
                    row -> row.big(token).number(Census.MOST_BEARERS),
                    row -> counts.put(token, row.getInt(1)));
        }
        return counts;
    }

    @Override
    public Map<ContactId, Candidate> candidates(Collection<ContactId> ids) {
        List<UUID> all = ids.stream().map(ContactId::value).toList();
        if (all.isEmpty() || !sealing.exists()) {
            return Map.of();
        }
        Map<UUID, List<Matter>> stated = new JpaFacts(sql, sealing).telling(all);
        Map<ContactId, Candidate> candidates = new TreeMap<>();
        for (ContactSummary contact : contacts.inOrder(all)) {
            candidates.put(
                    contact.id(),
                    new Candidate(contact, stated.getOrDefault(contact.id().value(), List.of())));
        }
        return candidates;
    }
}
