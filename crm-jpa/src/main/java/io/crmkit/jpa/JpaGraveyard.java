package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.move.Buried;
import io.crmkit.move.Buried.Grave;
import io.crmkit.move.Graveyard;
import io.crmkit.move.LastWord;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureId;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is kept of people who were erased, in the database. */
final class JpaGraveyard implements Graveyard {
    private static final int PAGE = 500;
    private static final HexFormat HEX = HexFormat.of();

    private final Sql sql;
    private final Sealing sealing;

    JpaGraveyard(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void erasures(Consumer<Buried> each) {
        JpaErasures erasures = new JpaErasures(sql, sealing);
        UUID after = new UUID(0, 0);
        for (List<UUID> page = page(after); !page.isEmpty(); page = page(after)) {
            after = page.get(page.size() - 1);
            for (UUID id : page) {
                Erasure erasure = erasures.find(new ErasureId(id)).orElseThrow();
                Set<Grave> graves = graves(id);
                each.accept(new Buried(
                        id,
                        erasure.contacts(),
                        erasure.by(),
                        erasure.at(),
                        erasure.completedAt(),
                        erasure.removed(),
                        erasure.remaining(),
                        graves,
                        words(graves)));
            }
        }
    }

    private List<UUID> page(UUID after) {
        return sql.list(
                "select id from crm_erasure where tenant_id = :tenant and id > ? order by tenant_id, id fetch first ? rows only",
                row -> row.id(after).number(PAGE),
                row -> row.getObject(1, UUID.class));
    }

    private Set<Grave> graves(UUID erasure) {
        return Set.copyOf(sql.list(
                "select key_hash, after_at, until_at from crm_erased_key where tenant_id = :tenant and erasure_id = ?",
                row -> row.id(erasure),
                row -> new Grave(
                        HEX.formatHex(row.getBytes("key_hash")),
                        Times.at(row, "after_at"),
                        Times.present(row, "until_at"))));
    }

    private Set<LastWord<String>> words(Set<Grave> graves) {
        Set<Hash> hashes = graves.stream().map(grave -> hash(grave.hash())).collect(Collectors.toSet());
        return new Suppressions(sql, sealing)
                .of(hashes).stream()
                        .map(word -> new LastWord<>(
                                HEX.formatHex(word.on().bytes()),
                                word.purpose(),
                                word.channel(),
                                word.granted(),
                                word.since()))
                        .collect(Collectors.toSet());
    }

    private static Hash hash(String hexadecimal) {
        return new Hash(HEX.parseHex(hexadecimal));
    }

    @Override
    public void messages(Consumer<Set<String>> some) {
        byte[] after = new byte[0];
        for (List<byte[]> page = gone(after); !page.isEmpty(); page = gone(after)) {
            after = page.get(page.size() - 1);
            Set<String> hashes = new HashSet<>();
            page.forEach(hash -> hashes.add(HEX.formatHex(hash)));
            some.accept(hashes);
        }
    }

    private List<byte[]> gone(byte[] after) {
        return sql.list("""
                select ref_hash from crm_erased_message where tenant_id = :tenant and ref_hash > ?
                order by tenant_id, ref_hash fetch first ? rows only""", row -> row.bytes(after).number(PAGE), row -> row.getBytes(1));
    }

    @Override
    public void bury(Buried buried) {
        UUID id = buried.id();
        sql.each(
                sql.ignoring(
                        "crm_erasure (tenant_id, id, erased_by, erased_at, completed_at, removed, remaining)",
                        "cast(? as uuid), cast(? as varchar), cast(? as timestamp(6) with time zone),"
                                + " cast(? as timestamp(6) with time zone), cast(? as varchar), cast(? as varchar)",
                        "id = ?"),
                List.of(buried),
                (row, each) -> row.id(id)
                        .text(each.by())
                        .time(each.at())
                        .time(each.completedAt())
                        .text(Tallies.text(each.removed()))
                        .text(Tallies.text(each.remaining()))
                        .id(id));
        sql.each(
                sql.ignoring(
                        "crm_erased_contact (tenant_id, contact_id, erasure_id)",
                        "cast(? as uuid), cast(? as uuid)",
                        "contact_id = ?"),
                buried.contacts(),
                (row, contact) -> row.id(contact.value()).id(id).id(contact.value()));
        sql.each(
                sql.ignoring(
                        "crm_erased_key (tenant_id, key_hash, until_at, after_at, erasure_id)",
                        "?, cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone),"
                                + " cast(? as uuid)",
                        "key_hash = ? and until_at = ?"),
                buried.graves(),
                (row, grave) -> row.bytes(hash(grave.hash()).bytes())
                        .time(grave.until())
                        .time(grave.after())
                        .id(id)
                        .bytes(hash(grave.hash()).bytes())
                        .time(grave.until()));
        for (LastWord<String> word : buried.words()) {
            JpaConsents.say(
                    sql,
                    List.of(sealing.suppressed(hash(word.on()))),
                    word.purpose(),
                    word.channel(),
                    word.granted(),
                    word.since());
        }
    }

    @Override
    public void keepOut(Set<String> messages) {
        ErasedMessages.add(sql, messages.stream().map(JpaGraveyard::hash).collect(Collectors.toSet()));
    }

    @Override
    public Set<ContactId> among(Collection<ContactId> contacts) {
        return new HashSet<>(sql.list(
                "select contact_id from crm_erased_contact where tenant_id = :tenant and contact_id = any(?)",
                row -> row.ids(contacts.stream().map(ContactId::value).toList()),
                row -> new ContactId(row.getObject(1, UUID.class))));
    }
}
