package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import java.nio.ByteBuffer;
import java.util.Collection;
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

    static void put(Sql sql, Sealing sealing, ContactId contact, Collection<Tag> tags) {
        sql.each(
                sql.ignoring("crm_tag (tenant_id, id, category, data_key_id, sealed)", "?, ?, ?, ?", "id = ?"),
                tags,
                (row, tag) -> {
                    UUID id = id(tag, sealing);
                    row.id(id)
                            .number(Codes.TAG.code(tag.category()))
                            .id(KeyRing.INTAKE)
                            .bytes(sealing.intake().seal(TABLE, "sealed", Sealing.row(id), Sealing.utf8(tag.name())))
                            .id(id);
                });
        sql.each(
                sql.ignoring(
                        "crm_contact_tag (tenant_id, contact_id, category, tag_id)",
                        "?, ?, ?",
                        "contact_id = ? and tag_id = ?"),
                tags,
                (row, tag) -> row.id(contact.value())
                        .number(Codes.TAG.code(tag.category()))
                        .id(id(tag, sealing))
                        .id(contact.value())
                        .id(id(tag, sealing)));
    }

    static void remove(Sql sql, Sealing sealing, ContactId contact, Collection<Tag> tags) {
        sql.each(
                "delete from crm_contact_tag where tenant_id = :tenant and contact_id = ? and tag_id = ?",
                tags,
                (row, tag) -> row.id(contact.value()).id(id(tag, sealing)));
    }

    static Tag open(Sealing sealing, UUID id, int category, byte[] sealed) {
        byte[] name = sealing.intake().unseal(TABLE, "sealed", Sealing.row(id), sealed);
        return new Tag(Codes.TAG.choice(category), Sealing.text(name));
    }
}
