package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.Letter;
import io.crmkit.event.Outbox;
import io.crmkit.event.Posting;

/** Puts events on their way in memory. */
record MemoryOutbox(Streams streams) implements Outbox {
    @Override
    public void add(Posting posting) {
        if (posting.empty()) {
            return;
        }
        for (DomainEvent event : posting.events()) {
            long number = streams.numbers(event.contact(), 1);
            posting.subscribers()
                    .forEach(subscriber -> streams.put(Letter.fresh(subscriber, event.contact(), number, event)));
        }
    }

    @Override
    public void move(ContactId from, ContactId into) {
        Streams.Stream old = streams.streams.get(from);
        if (old == null) {
            return;
        }
        long first = streams.numbers(into, old.numbers());
        for (Letter letter : streams.of(from)) {
            if (letter.deliveredAt() == null) {
                streams.remove(letter);
                streams.put(letter.in(into, first - 1 + letter.number()));
            }
        }
    }

    @Override
    public void writeThrough() {
        // Everything is.
    }
}
