package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a contact is called, as sealed columns and the times beside them. */
final class ContactRows {
    static final String TABLE = "crm_contact";
    static final String DISPLAY_NAME = "display_name";
    static final String USERNAME = "username";

    private ContactRows() {}

    /** From the columns name, username, t2 and t3. */
    static Naming naming(ResultSet row, ContactId contact, DataKey key) throws SQLException {
        return new Naming(
                name(contact, key, DISPLAY_NAME, row.getBytes("name"), Times.at(row, "t2")),
                name(contact, key, USERNAME, row.getBytes("username"), Times.at(row, "t3")));
    }

    static Naming.@Nullable Name name(
            ContactId contact, DataKey key, String column, byte @Nullable [] sealed, @Nullable Instant at) {
        if (sealed == null || at == null) {
            return null;
        }
        byte[] row = Sealing.row(contact.value());
        return new Naming.Name(Sealing.text(key.unseal(TABLE, column, row, sealed)), at);
    }

    static byte @Nullable [] sealed(ContactId contact, DataKey key, String column, Naming.@Nullable Name name) {
        return name == null ? null : key.seal(TABLE, column, Sealing.row(contact.value()), Sealing.utf8(name.value()));
    }

    /** Waits until nobody else changes these contacts, and lets nobody until the transaction ends. */
    static void lock(Sql sql, Collection<ContactId> contacts) {
        sql.list("""
                select contact_id from crm_contact_activity
                where tenant_id = :tenant and contact_id = any(?) order by tenant_id, contact_id for update""", row -> row.ids(contacts.stream().map(ContactId::value).toList()), row -> row.getObject(1));
    }
}
