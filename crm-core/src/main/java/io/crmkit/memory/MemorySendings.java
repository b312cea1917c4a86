package io.crmkit.memory;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Sending.State;
import io.crmkit.outreach.Sendings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages on their way out of one tenant in memory. */
record MemorySendings(TenantState state) implements Sendings {
    @Override
    public Sending add(Sending sending) {
        Optional<Sending> known = byKey(sending.key());
        if (known.isEmpty()) {
            state.sendings.put(sending.id(), sending);
        }
        return known.orElse(sending);
    }

    @Override
    public Optional<Sending> find(UUID id) {
        return Optional.ofNullable(state.sendings.get(id));
    }

    @Override
    public Optional<Sending> byKey(String key) {
        return state.sendings.rows().values().stream()
                .filter(other -> other.key().equals(key))
                .findFirst();
    }

    @Override
    public Optional<Sending> hold(UUID id) {
        return find(id);
    }

    @Override
    public void save(Sending sending) {
        state.sendings.put(sending.id(), sending);
    }

    @Override
    public List<Instant> asked(ContactId contact, Purpose purpose, Instant since, int limit) {
        return of(contact)
                .filter(sending -> sending.purpose() == purpose
                        && sending.counts()
                        && !sending.askedAt().isBefore(since))
                .map(Sending::askedAt)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Sending> unsettled(ContactId contact, int limit) {
        return of(contact)
                .filter(sending -> sending.counts() && sending.state() != State.ACCEPTED)
                .limit(limit)
                .toList();
    }

    private Stream<Sending> of(ContactId contact) {
        ContactId survivor = state.survivor(contact);
        return state.sendings.rows().values().stream()
                .filter(sending -> state.survivor(sending.contact()).equals(survivor))
                .sorted(Comparator.comparing(Sending::askedAt)
                        .thenComparing(Sending::id, TenantState.IDS)
                        .reversed());
    }
}
