package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.ReadUpTo;
import io.crmkit.insight.Reading;
import io.crmkit.insight.Readings;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was read of the messages of one tenant, in memory. */
record MemoryReadings(TenantState state) implements Readings {
    @Override
    public List<InteractionId> unread(ContactId contact, String extractor, String reader, Instant from, int limit) {
        return state.entriesOf(contact).stream()
                .map(TenantState.EntryRow::interaction)
                .filter(i -> i instanceof Message && i.author() == Author.CUSTOMER)
                .filter(i -> !i.occurredAt().isBefore(from))
                .map(Interaction::id)
                .filter(id -> !readBy(id, extractor, reader))
                .limit(limit)
                .toList();
    }

    private boolean readBy(InteractionId id, String extractor, String reader) {
        Reading reading = byExtractor(id).get(extractor);
        return reading != null && reading.reader().equals(reader);
    }

    private Map<String, Reading> byExtractor(InteractionId id) {
        return Objects.requireNonNullElse(state.readings.get(id), Map.of());
    }

    @Override
    public void keep(ContactId contact, Collection<Reading> readings) {
        for (Reading reading : readings) {
            Map<String, Reading> all = new HashMap<>(byExtractor(reading.message()));
            all.put(reading.extractor(), reading);
            state.readings.put(reading.message(), Map.copyOf(all));
        }
    }

    @Override
    public Optional<ReadUpTo> readUpTo(ContactId contact, String extractor) {
        return Optional.ofNullable(state.readUpTo.get(contact + " " + extractor));
    }

    @Override
    public void keep(ContactId contact, String extractor, ReadUpTo upTo) {
        state.readUpTo.put(contact + " " + extractor, upTo);
    }

    @Override
    public List<Reading> of(Collection<InteractionId> messages) {
        return messages.stream()
                .flatMap(id -> byExtractor(id).values().stream())
                .toList();
    }

    @Override
    public boolean spend(LocalDate day, String extractor, long tokens, long budget) {
        String key = day + " " + extractor;
        long spent = Objects.requireNonNullElse(state.spent.get(key), 0L) + tokens;
        if (spent > budget) {
            return false;
        }
        state.spent.put(key, spent);
        return true;
    }
}
