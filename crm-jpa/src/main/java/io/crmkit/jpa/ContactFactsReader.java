package io.crmkit.jpa;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Attention;
import io.crmkit.segment.ContactFacts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what criteria are tested on: of each kind that of all contacts in one query. */
final class ContactFactsReader {
    private static final String LAST = """
            select i.contact_id,
                (select min(x.occurred_at) from crm_interaction x where x.tenant_id = :tenant
                    and x.contact_id = i.contact_id and x.kind = 0 and x.author = 0) as first_at,
                (select max(x.occurred_at) from crm_interaction x where x.tenant_id = :tenant
                    and x.contact_id = i.contact_id and x.kind = 0 and x.author = 0) as last_at,
                (select r.mood from crm_interaction x
                    join crm_reading r on r.tenant_id = :tenant and r.interaction_id = x.id
                    where x.tenant_id = :tenant and x.contact_id = i.contact_id and x.kind = 0 and x.author = 0
                        and r.mood is not null
                    order by x.occurred_at desc, x.id desc, r.certainty desc, r.extractor
                    fetch first 1 rows only) as mood
            from unnest(%s) as i(contact_id)""";

    private final Sql sql;
    private final Sealing sealing;
    private final JpaContacts contacts;

    private final Map<UUID, List<ContactFacts.Visit>> visits = new HashMap<>();
    private final Map<UUID, SortedMap<String, BigDecimal>> spend = new HashMap<>();
    private final Map<UUID, SortedMap<String, BigDecimal>> revenue = new HashMap<>();
    private final Map<UUID, List<Attention>> open = new HashMap<>();
    private final Map<UUID, List<ContactFacts.Event>> events = new HashMap<>();
    private final Map<UUID, Set<ContactFacts.Told>> told = new HashMap<>();
    private final Map<UUID, Last> last = new HashMap<>();

    private record Last(
            @Nullable Instant first,
            @Nullable Instant latest,
            @Nullable Sentiment mood) {}

    ContactFactsReader(Sql sql, Sealing sealing, JpaContacts contacts) {
        this.sql = sql;
        this.sealing = sealing;
        this.contacts = contacts;
    }

    Map<ContactId, ContactFacts> read(Collection<ContactId> ids) {
        List<UUID> all = JpaDossiers.ids(ids);
        List<ContactSummary> summaries = contacts.inOrder(all);
        Map<ContactId, Map<String, AttributeValue>> attributes = new JpaDossiers(sql, sealing).attributes(ids);
        trade(all);
        talk(all);
        known(all);
        Map<ContactId, ContactFacts> facts = new HashMap<>();
        for (ContactSummary summary : summaries) {
            UUID id = summary.id().value();
            Last latest = last.getOrDefault(id, new Last(null, null, null));
            facts.put(
                    summary.id(),
                    new ContactFacts(
                            summary,
                            attributes.getOrDefault(summary.id(), Map.of()),
                            new ContactFacts.Trade(
                                    visits.getOrDefault(id, List.of()),
                                    spend.getOrDefault(id, new TreeMap<>()),
                                    revenue.getOrDefault(id, new TreeMap<>())),
                            new ContactFacts.Talk(
                                    open.getOrDefault(id, List.of()),
                                    events.getOrDefault(id, List.of()),
                                    latest.first,
                                    latest.latest),
                            told.getOrDefault(id, Set.of()),
                            latest.mood));
        }
        return facts;
    }

    private void trade(List<UUID> ids) {
        each(
                "select contact_id, status, starts_at from crm_appointment"
                        + " where tenant_id = :tenant and contact_id = any(?)",
                ids,
                row -> list(visits, row)
                        .add(new ContactFacts.Visit(
                                Codes.APPOINTMENT.choice(row.getInt("status")), Times.at(row, "starts_at"))));
        each(
                "select contact_id, name, amount from crm_figure where tenant_id = :tenant and contact_id = any(?)",
                ids,
                row -> {
                    String name = row.getString("name");
                    BigDecimal amount = row.getBigDecimal("amount");
                    sums(spend, JpaDealings.spend(""), name, amount, row);
                    return sums(revenue, JpaDealings.revenue(""), name, amount, row);
                });
    }

    private static boolean sums(
            Map<UUID, SortedMap<String, BigDecimal>> into, String prefix, String name, BigDecimal amount, ResultSet row)
            throws SQLException {
        if (name.startsWith(prefix)) {
            into.computeIfAbsent(id(row), c -> new TreeMap<>()).put(name.substring(prefix.length()), amount);
        }
        return true;
    }

    private void talk(List<UUID> ids) {
        each(
                "select contact_id, word_at, asked, call_at, raised from crm_conversation"
                        + " where tenant_id = :tenant and contact_id = any(?) and state = 0",
                ids,
                row -> list(open, row)
                        .add(new Attention(
                                Times.at(row, "word_at"),
                                row.getBoolean("asked"),
                                Times.at(row, "call_at"),
                                row.getBoolean("raised"))));
        each(
                "select contact_id, kind, occurred_at from crm_interaction"
                        + " where tenant_id = :tenant and contact_id = any(?) and kind between 1 and 99",
                ids,
                row -> list(events, row)
                        .add(new ContactFacts.Event(
                                Codes.EVENT.choice(row.getInt("kind") - 1), Times.present(row, "occurred_at"))));
    }

    private void known(List<UUID> ids) {
        Map<Long, Sentiment> moods = new HashMap<>();
        for (Sentiment sentiment : Sentiment.values()) {
            moods.put(sealing.mood(sentiment), sentiment);
        }
        each(
                LAST.formatted(sql.vendor().uuids()),
                ids,
                row -> last.put(
                        id(row),
                        new Last(Times.at(row, "first_at"), Times.at(row, "last_at"), moods.get(row.getLong("mood")))));
        each("""
                select f.contact_id, f.id, f.type, f.sealed, k.id as data_key, k.wrapped from crm_fact f
                join crm_data_key k on k.tenant_id = f.tenant_id and k.id = f.data_key_id
                where f.tenant_id = :tenant and f.contact_id = any(?) and f.state = 'CURRENT'""", ids, row -> {
            FactType type = FactType.valueOf(row.getString("type"));
            return told.computeIfAbsent(id(row), c -> new HashSet<>())
                    .add(new ContactFacts.Told(
                            type, JpaFacts.matter(sealing, row).key()));
        });
    }

    private <T> void each(String query, List<UUID> ids, Sql.Reader<T> reader) {
        sql.list(query, row -> row.ids(ids), reader);
    }

    private static <T> List<T> list(Map<UUID, List<T>> lists, ResultSet row) throws SQLException {
        return lists.computeIfAbsent(id(row), c -> new ArrayList<>());
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("contact_id", UUID.class);
    }
}
