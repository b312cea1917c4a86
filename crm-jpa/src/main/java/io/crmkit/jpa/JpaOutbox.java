package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.event.Outbox;
import io.crmkit.event.Posting;
import java.util.List;
import java.util.stream.Stream;

/** Puts events on their way in the database. */
record JpaOutbox(Sql sql, Sealing sealing, Encounter encounter) implements Outbox {
    @Override
    public void add(Posting posting) {
        EventRows.add(sql, EventRows.Told.of(posting, sealing));
    }

    @Override
    public void move(ContactId from, ContactId into) {
        List<Long> given = Stream.of(from, into)
                .sorted()
                .flatMap(contact ->
                        sql.list("""
                                select contact_id, numbers from crm_event_stream
                                where tenant_id = :tenant and contact_id = ? for update""", row -> row.id(contact.value()), row -> row.getLong("numbers")).stream()
                                .filter(numbers -> contact.equals(from)))
                .toList();
        if (given.isEmpty()) {
            return;
        }
        long before = EventRows.numbers(sql, into, given.get(0)) - given.get(0);
        sql.update("""
                update crm_event set stream_id = ?, number = number + ?
                where tenant_id = :tenant and stream_id = ? and delivered_at is null""", row -> row.id(into.value()).big(before).id(from.value()));
    }

    @Override
    public void writeThrough() {
        encounter.readAlways();
    }
}
