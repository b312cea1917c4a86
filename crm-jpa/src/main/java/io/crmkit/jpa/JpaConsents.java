package io.crmkit.jpa;

import io.crmkit.consent.Consent;
import io.crmkit.consent.Consents;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.InteractionId;
import io.crmkit.rights.ErasureNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people agreed to, in the database. */
final class JpaConsents implements Consents {
    private final Sql sql;
    private final Sealing sealing;

    JpaConsents(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void add(ContactId contact, Consent consent) {
        enter(contact, consent);
        List<Hash> held = sql.list(
                "select key_hash from crm_identifier where tenant_id = :tenant and contact_id = ?",
                row -> row.id(contact.value()),
                row -> new Hash(row.getBytes(1)));
        say(
                sql,
                held.stream().map(sealing::suppressed).toList(),
                consent.purpose(),
                consent.channel(),
                consent.granted(),
                consent.at());
    }

    /** Adds to a contact's ledger and says nothing of identifiers. */
    void enter(ContactId contact, Consent consent) {
        Evidence evidence = consent.evidence();
        InteractionId said = evidence.interaction();
        sql.update(
                """
                insert into crm_consent (tenant_id, id, contact_id, purpose, channel, granted, stated_at, recorded_at,
                    evidence, said_id, stated_by, text_version)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row -> row.id(consent.id())
                        .id(contact.value())
                        .number(Codes.PURPOSE.code(consent.purpose()))
                        .text(consent.channel())
                        .flag(consent.granted())
                        .time(consent.at())
                        .time(consent.recordedAt())
                        .number(Codes.EVIDENCE.code(evidence.kind()))
                        .id(said == null ? null : said.value())
                        .text(evidence.by())
                        .text(evidence.textVersion()));
    }

    /** The last word on these, unless there is a later one; of two at one time the withdrawal is the later. */
    static void say(Sql sql, Collection<Hash> hashes, Purpose purpose, String channel, boolean granted, Instant at) {
        int code = Codes.PURPOSE.code(purpose);
        sql.each(
                """
                update crm_suppression set granted = ?, since = ?
                where tenant_id = :tenant and key_hash = ? and purpose = ? and channel = ?
                    and (since < ? or since = ? and granted)""",
                hashes,
                (row, hash) -> row.flag(granted)
                        .time(at)
                        .bytes(hash.bytes())
                        .number(code)
                        .text(channel)
                        .time(at)
                        .time(at));
        sql.each(
                sql.ignoring(
                        "crm_suppression (tenant_id, key_hash, purpose, channel, granted, since)",
                        "?, ?, ?, ?, cast(? as timestamp(6) with time zone)",
                        "key_hash = ? and purpose = ? and channel = ?"),
                hashes,
                (row, hash) -> row.bytes(hash.bytes())
                        .number(code)
                        .text(channel)
                        .flag(granted)
                        .time(at)
                        .bytes(hash.bytes())
                        .number(code)
                        .text(channel));
    }

    /** Who was erased is sent nothing unasked until they agree to it; what others say who have a number since stands. */
    static void erase(Sql sql, Sealing sealing, ErasureNote order) {
        Map<Instant, Set<Hash>> buried = new TreeMap<>();
        sql.list(
                "select key_hash, until_at from crm_erased_key where tenant_id = :tenant and erasure_id = ?",
                row -> row.id(order.id().value()),
                row -> buried.computeIfAbsent(Times.present(row, "until_at"), until -> new LinkedHashSet<>())
                        .add(sealing.suppressed(new Hash(row.getBytes(1)))));
        buried.forEach((until, hashes) -> {
            sql.update("""
                    delete from crm_suppression
                    where tenant_id = :tenant and key_hash = any(?) and granted and since <= ?""", row -> row.hashes(sql.vendor(), hashes).time(until));
            for (Purpose purpose : List.of(Purpose.REMINDER, Purpose.MARKETING)) {
                say(sql, hashes, purpose, Consent.EVERY_CHANNEL, false, until);
            }
        });
    }

    @Override
    public List<Consent> of(ContactId contact) {
        return sql.list("""
                        select id, purpose, channel, granted, stated_at, recorded_at, evidence, said_id, stated_by,
                            text_version
                        from crm_consent where tenant_id = :tenant and contact_id = ?""", row -> row.id(contact.value()), JpaConsents::read).stream()
                .sorted(Consent.ORDER)
                .toList();
    }

    private static Consent read(ResultSet row) throws SQLException {
        UUID said = row.getObject("said_id", UUID.class);
        return new Consent(
                row.getObject("id", UUID.class),
                Codes.PURPOSE.choice(row.getInt("purpose")),
                row.getString("channel"),
                row.getBoolean("granted"),
                Times.present(row, "stated_at"),
                Times.present(row, "recorded_at"),
                new Evidence(
                        Codes.EVIDENCE.choice(row.getInt("evidence")),
                        said == null ? null : new InteractionId(said),
                        row.getString("stated_by"),
                        row.getString("text_version")));
    }

    @Override
    public boolean suppressed(ContactId contact, Purpose purpose, String channel) {
        return !suppressed(List.of(contact), purpose, channel).isEmpty();
    }

    private Set<ContactId> suppressed(Collection<ContactId> contacts, Purpose purpose, String channel) {
        List<UUID> ids = contacts.stream().map(ContactId::value).toList();
        Map<Hash, List<Holding>> held = new HashMap<>();
        sql.list(
                """
                select contact_id, key_hash, held_since as after_at, cast(null as timestamp(6) with time zone) as until_at
                from crm_identifier where tenant_id = :tenant and contact_id = any(?)
                union all select h.contact_id, h.key_hash, (select max(b.until_at) from crm_holding b
                    where b.tenant_id = :tenant and b.key_hash = h.key_hash and b.until_at < h.until_at), h.until_at
                from crm_holding h where h.tenant_id = :tenant and h.contact_id = any(?)""",
                row -> row.ids(ids).ids(ids),
                row -> held.computeIfAbsent(
                                sealing.suppressed(new Hash(row.getBytes("key_hash"))), key -> new ArrayList<>())
                        .add(new Holding(
                                new ContactId(row.getObject("contact_id", UUID.class)),
                                Times.at(row, "after_at"),
                                Times.at(row, "until_at"))));
        Map<ContactId, Map<Hash, Word>> last = new HashMap<>();
        sql.list(
                """
                select key_hash, granted, since from crm_suppression
                where tenant_id = :tenant and key_hash = any(?) and purpose = ? and channel in (?, ?)""",
                row -> row.hashes(sql.vendor(), held.keySet())
                        .number(Codes.PURPOSE.code(purpose))
                        .text(channel)
                        .text(Consent.EVERY_CHANNEL),
                row -> {
                    Hash key = new Hash(row.getBytes("key_hash"));
                    Word word = new Word(row.getBoolean("granted"), Times.present(row, "since"));
                    held.getOrDefault(key, List.of()).stream()
                            .filter(time -> time.covers(word.since()))
                            .map(Holding::contact)
                            .distinct()
                            .forEach(contact -> last.computeIfAbsent(contact, c -> new HashMap<>())
                                    .merge(key, word, Word::later));
                    return word;
                });
        return last.entrySet().stream()
                .filter(of -> of.getValue().values().stream().anyMatch(word -> !word.granted()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<ContactId, MaySend.Reason> refusals(Collection<ContactId> contacts, Purpose purpose, String channel) {
        Map<ContactId, List<Consent>> ledgers = new HashMap<>();
        ledgers(
                contacts,
                (contact, consent) ->
                        ledgers.computeIfAbsent(contact, c -> new ArrayList<>()).add(consent));
        Set<ContactId> suppressed = suppressed(contacts, purpose, channel);
        Map<ContactId, MaySend.Reason> refusals = new HashMap<>();
        for (ContactId contact : contacts) {
            MaySend.refusal(ledgers.getOrDefault(contact, List.of()), suppressed.contains(contact), purpose, channel)
                    .ifPresent(reason -> refusals.put(contact, reason));
        }
        return refusals;
    }

    /** What is in contacts' ledgers, by id. */
    void ledgers(Collection<ContactId> contacts, BiConsumer<ContactId, Consent> each) {
        sql.list("""
                select contact_id, id, purpose, channel, granted, stated_at, recorded_at, evidence, said_id,
                    stated_by, text_version
                from crm_consent where tenant_id = :tenant and contact_id = any(?) order by id""", row -> row.ids(contacts.stream().map(ContactId::value).toList()), row -> {
            ContactId contact = new ContactId(row.getObject("contact_id", UUID.class));
            each.accept(contact, read(row));
            return contact;
        });
    }

    /** When an identifier was a contact's: after one time, or from the first where that is null, and until another. */
    private record Holding(
            ContactId contact,
            @Nullable Instant after,
            @Nullable Instant until) {
        boolean covers(Instant said) {
            return (after == null || said.isAfter(after)) && (until == null || !said.isAfter(until));
        }
    }

    private record Word(boolean granted, Instant since) {
        Word later(Word other) {
            int order = since.compareTo(other.since);
            return order > 0 || order == 0 && !granted ? this : other;
        }
    }
}
