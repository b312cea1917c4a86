package io.crmkit.jpa;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Subject;
import io.crmkit.contact.ContactId;
import io.crmkit.duplicate.Candidate;
import io.crmkit.duplicate.Mark;
import io.crmkit.insight.Fact;
import io.crmkit.insight.FactId;
import io.crmkit.insight.Facts;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Standing;
import io.crmkit.insight.Support;
import io.crmkit.interaction.InteractionId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about the contacts of one tenant, in the database. */
final class JpaFacts implements Facts {
    private static final String FACT = "crm_fact";
    private static final String EVIDENCE = "crm_fact_evidence";

    private final Sql sql;
    private final Sealing sealing;

    JpaFacts(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void hold(ContactId contact) {
        ContactRows.lock(sql, List.of(contact));
    }

    @Override
    public List<Fact> of(ContactId contact) {
        return of(List.of(contact)).getOrDefault(contact, List.of());
    }

    /** Everything known about several contacts, in no particular order. */
    Map<ContactId, List<Fact>> of(Collection<ContactId> contacts) {
        List<UUID> ids = contacts.stream().map(ContactId::value).toList();
        Map<UUID, List<Support>> support = support(ids);
        Map<ContactId, List<Fact>> facts = new HashMap<>();
        sql.list("""
                select f.id, f.contact_id, f.type, f.state, f.valid_from, f.valid_to, f.recorded_at, f.retracted_at, f.sealed,
                    k.id as data_key, k.wrapped
                from crm_fact f join crm_data_key k on k.tenant_id = f.tenant_id and k.id = f.data_key_id
                where f.tenant_id = :tenant and f.contact_id = any(?)""", row -> row.ids(ids), row -> {
            ContactId contact = new ContactId(row.getObject("contact_id", UUID.class));
            UUID id = row.getObject("id", UUID.class);
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            FactCodec.Body body = FactCodec.decode(
                    FactType.valueOf(row.getString("type")),
                    key.unseal(FACT, "sealed", Sealing.row(id), row.getBytes("sealed")));
            Fact fact = new Fact(
                    new FactId(id),
                    body.matter(),
                    body.sensitivity(),
                    body.decisions(),
                    support.getOrDefault(id, List.of()),
                    new Standing(
                            Standing.State.valueOf(row.getString("state")),
                            body.confidence(),
                            Times.at(row, "valid_from"),
                            Times.at(row, "valid_to")),
                    Times.present(row, "recorded_at"),
                    Times.at(row, "retracted_at"));
            return facts.computeIfAbsent(contact, c -> new ArrayList<>()).add(fact);
        });
        return facts;
    }

    private Map<UUID, List<Support>> support(List<UUID> contacts) {
        Map<UUID, List<Support>> support = new HashMap<>();
        sql.list("""
                        select e.id, e.fact_id, e.interaction_id, e.span_start, e.span_end, e.extractor, e.sealed,
                            k.id as data_key, k.wrapped
                        from crm_fact f
                        join crm_fact_evidence e on e.tenant_id = f.tenant_id and e.fact_id = f.id
                        join crm_data_key k on k.tenant_id = e.tenant_id and k.id = e.data_key_id
                        where f.tenant_id = :tenant and f.contact_id = any(?)""", row -> row.ids(contacts), row -> {
                    DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
                    byte[] place = Sealing.row(row.getObject("id", UUID.class));
                    return Map.entry(
                            row.getObject("fact_id", UUID.class),
                            FactCodec.support(
                                    new InteractionId(row.getObject("interaction_id", UUID.class)),
                                    row.getInt("span_start"),
                                    row.getInt("span_end"),
                                    row.getString("extractor"),
                                    key.unseal(EVIDENCE, "sealed", place, row.getBytes("sealed"))));
                })
                .forEach(e -> support.computeIfAbsent(e.getKey(), f -> new ArrayList<>())
                        .add(e.getValue()));
        support.values()
                .forEach(all -> all.sort(Comparator.comparing(Support::saidAt)
                        .thenComparing(s -> s.message().value())
                        .thenComparing(Support::start)));
        return support;
    }

    @Override
    public void replace(ContactId contact, List<Fact> before, List<Fact> after) {
        List<Fact> gone = before.stream().filter(fact -> !after.contains(fact)).toList();
        List<Fact> fresh = after.stream().filter(fact -> !before.contains(fact)).toList();
        List<UUID> ids = Stream.concat(gone.stream(), fresh.stream())
                .map(f -> f.id().value())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        sql.update("delete from crm_fact_evidence where tenant_id = :tenant and fact_id = any(?)", row -> row.ids(ids));
        sql.update("delete from crm_fact where tenant_id = :tenant and id = any(?)", row -> row.ids(ids));
        DataKey key = sealing.of(contact);
        sql.each(
                """
                insert into crm_fact (tenant_id, id, contact_id, fingerprint, type, state, valid_from, valid_to,
                    recorded_at, retracted_at, data_key_id, sealed, key_token)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                fresh,
                (row, fact) -> row.id(fact.id().value())
                        .id(contact.value())
                        .bytes(fingerprint(contact, fact))
                        .text(fact.matter().type().name())
                        .text(fact.state().name())
                        .time(fact.standing().validFrom())
                        .time(fact.standing().validTo())
                        .time(fact.recordedAt())
                        .time(fact.retractedAt())
                        .id(key.id())
                        .bytes(key.seal(FACT, "sealed", Sealing.row(fact.id().value()), FactCodec.encode(fact)))
                        .big(sealing.fact(fact.matter().type(), fact.matter().key())));
        insert(fresh, key);
        mark(contact, Candidate.telling(before), Candidate.telling(after));
    }

    /** What it stated of itself and may share with others. */
    private void mark(ContactId contact, List<Matter> before, List<Matter> after) {
        Set<Mark> marks = Mark.stated(after);
        if (!marks.equals(Mark.stated(before))) {
            new MarkRows(sql, sealing)
                    .forget(List.of(contact), MarkRows.STATED)
                    .add(contact, MarkRows.STATED, marks)
                    .write();
        }
    }

    /** What contacts state of themselves that tells who they are. */
    Map<UUID, List<Matter>> telling(Collection<UUID> contacts) {
        Map<UUID, List<Matter>> telling = new HashMap<>();
        String types = Candidate.TELLING.stream()
                .map(type -> "'" + type + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        sql.list("""
                select f.contact_id, f.id, f.type, f.sealed, k.id as data_key, k.wrapped from crm_fact f
                join crm_data_key k on k.tenant_id = f.tenant_id and k.id = f.data_key_id
                where f.tenant_id = :tenant and f.contact_id = any(?) and f.state = 'CURRENT'
                    and f.type in (""" + types + ")", row -> row.ids(contacts), row -> {
            Matter matter = matter(sealing, row);
            if (matter.subject() == Subject.CUSTOMER) {
                telling.computeIfAbsent(row.getObject("contact_id", UUID.class), c -> new ArrayList<>())
                        .add(matter);
            }
            return matter;
        });
        return telling;
    }

    /** What a fact says, of a row of its id, type and seal, and of its key. */
    static Matter matter(Sealing sealing, ResultSet row) throws SQLException {
        byte[] place = Sealing.row(row.getObject("id", UUID.class));
        DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
        byte[] plain = key.unseal(FACT, "sealed", place, row.getBytes("sealed"));
        return FactCodec.decode(FactType.valueOf(row.getString("type")), plain).matter();
    }

    private byte[] fingerprint(ContactId contact, Fact fact) {
        return sealing.hash(
                        "fact",
                        Sealing.row(contact.value()),
                        Sealing.utf8(fact.matter().canonical()))
                .bytes();
    }

    private void insert(Collection<Fact> facts, DataKey key) {
        record Row(UUID id, UUID fact, Support support) {}
        List<Row> rows = facts.stream()
                .flatMap(fact -> fact.support().stream()
                        .map(s -> new Row(id(fact.id(), s), fact.id().value(), s)))
                .toList();
        sql.each(
                """
                insert into crm_fact_evidence (tenant_id, id, fact_id, interaction_id, span_start, span_end, extractor,
                    data_key_id, sealed)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
                (to, row) -> to.id(row.id)
                        .id(row.fact)
                        .id(row.support.message().value())
                        .number(row.support.start())
                        .number(row.support.end())
                        .text(row.support.extractor())
                        .id(key.id())
                        .bytes(key.seal(EVIDENCE, "sealed", Sealing.row(row.id), FactCodec.encode(row.support))));
    }

    private UUID id(FactId fact, Support s) {
        byte[] place = FieldWriter.version(1)
                .bytes(Sealing.row(fact.value()))
                .bytes(Sealing.row(s.message().value()))
                .number(s.start())
                .number(s.end())
                .text(s.extractor())
                .flag(s.affirms())
                .toBytes();
        ByteBuffer digest = ByteBuffer.wrap(sealing.hash("fact-evidence", place).bytes());
        return new UUID(digest.getLong(), digest.getLong());
    }
}
