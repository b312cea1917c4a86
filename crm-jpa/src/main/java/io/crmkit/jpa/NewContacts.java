package io.crmkit.jpa;

import io.crmkit.capture.Changes.NewContact;
import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Creates contacts, each with a data key of its own and nothing happened yet. */
final class NewContacts {
    private NewContacts() {}

    static void create(Sql sql, Sealing sealing, Collection<NewContact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        rows(sql, sealing, contacts.stream().map(NewContact::id).toList());
        List<IdentityRows.Stored> identifiers = new ArrayList<>();
        for (NewContact contact : contacts) {
            contact.identifiers()
                    .forEach((key, identifier) ->
                            identifiers.add(IdentityRows.seal(key, identifier, contact.id(), sealing)));
        }
        IdentityRows.add(sql, identifiers);
    }

    /** The contacts themselves, without identifiers. */
    static void rows(Sql sql, Sealing sealing, List<ContactId> contacts) {
        DataKeyRows.add(sql, sealing, contacts.stream().map(sealing::fresh).toList());
        sql.each(
                """
                insert into crm_contact (tenant_id, id, status, data_key_id, created_at)
                values (:tenant, ?, ?, ?, current_timestamp)""",
                contacts,
                (row, contact) -> row.id(contact.value())
                        .number(Codes.status(null))
                        .id(sealing.of(contact).id()));
        sql.each(
                """
                insert into crm_contact_activity
                    (tenant_id, contact_id, first_at, last_at, interactions, from_customer, from_business, epoch)
                values (:tenant, ?, ?, ?, 0, 0, 0, 0)""",
                contacts,
                (row, contact) -> row.id(contact.value()).time(Times.NEVER).time(Instant.EPOCH));
    }
}
