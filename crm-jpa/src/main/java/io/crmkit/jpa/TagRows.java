package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Tags as rows: by ids that are keyed hashes, so that a filter needs no look at the names; the names sealed. */
final class TagRows {
    private static final String TABLE = "crm_tag";

    private TagRows() {}

    /** The id of a tag. */
    static UUID id(Tag tag, Sealing sealing) {
        ByteBuffer hash =
                ByteBuffer.wrap(sealing.hash("tag", Sealing.utf8(tag.category().name()), Sealing.utf8(tag.name()))
                        .bytes());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private record Put(ContactId contact, Tag tag, UUID id) {}

    /** Those that lacked one of theirs. */
    static Set<ContactId> put(Sql sql, Sealing sealing, Map<ContactId, Set<Tag>> tags) {
        List<Put> all = all(tags, sealing);
        Map<UUID, Tag> used = new TreeMap<>();
        all.forEach(put -> used.put(put.id(), put.tag()));
        sql.each(
                sql.ignoring("crm_tag (tenant_id, id, category, data_key_id, sealed)", "?, ?, ?, ?", "id = ?"),
                used.entrySet(),
                (row, tag) -> {
                    UUID id = tag.getKey();
                    byte[] name = Sealing.utf8(tag.getValue().name());
                    row.id(id)
                            .number(Codes.TAG.code(tag.getValue().category()))
                            .id(KeyRing.INTAKE)
                            .bytes(sealing.intake().seal(TABLE, "sealed", Sealing.row(id), name))
                            .id(id);
                });
        return changed(
                all,
                sql.each(
                        sql.ignoring(
                                "crm_contact_tag (tenant_id, contact_id, category, tag_id)",
                                "?, ?, ?",
                                "contact_id = ? and tag_id = ?"),
                        all,
                        (row, put) -> row.id(put.contact().value())
                                .number(Codes.TAG.code(put.tag().category()))
                                .id(put.id())
                                .id(put.contact().value())
                                .id(put.id())));
    }

    /** Those that had one of them. */
    static Set<ContactId> remove(Sql sql, Sealing sealing, Map<ContactId, Set<Tag>> tags) {
        List<Put> all = all(tags, sealing);
        return changed(
                all,
                sql.each(
                        "delete from crm_contact_tag where tenant_id = :tenant and contact_id = ? and tag_id = ?",
                        all,
                        (row, put) -> row.id(put.contact().value()).id(put.id())));
    }

    private static List<Put> all(Map<ContactId, Set<Tag>> tags, Sealing sealing) {
        Map<Tag, UUID> ids = new HashMap<>();
        List<Put> all = new ArrayList<>();
        tags.forEach((contact, some) ->
                some.forEach(tag -> all.add(new Put(contact, tag, ids.computeIfAbsent(tag, t -> id(t, sealing))))));
        return all;
    }

    private static Set<ContactId> changed(List<Put> all, int[] rows) {
        Set<ContactId> changed = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != 0) {
                changed.add(all.get(i).contact());
            }
        }
        return changed;
    }

    static Tag open(Sealing sealing, UUID id, int category, byte[] sealed) {
        byte[] name = sealing.intake().unseal(TABLE, "sealed", Sealing.row(id), sealed);
        return new Tag(Codes.TAG.choice(category), Sealing.text(name));
    }
}
