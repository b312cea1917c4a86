package io.crmkit.memory;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Transfer;
import io.crmkit.memory.TenantState.EntryRow;
import io.crmkit.outreach.Response;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Sending.State;
import io.crmkit.outreach.Sendings;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
    public Map<ContactId, Integer> askedOften(Collection<ContactId> contacts, Purpose purpose, Instant since) {
        Map<ContactId, Integer> often = new HashMap<>();
        for (ContactId contact : contacts) {
            int times = asked(contact, purpose, since, Integer.MAX_VALUE).size();
            if (times > 0) {
                often.put(contact, times);
            }
        }
        return often;
    }

    @Override
    public Response response(UUID bulk, Instant until) {
        int[] counts = new int[7];
        for (Sending sending : state.sendings.rows().values()) {
            if (bulk.equals(sending.bulk()) && sending.state() == State.ACCEPTED) {
                counts[0]++;
                InteractionId entry = sending.interaction();
                EntryRow row = entry == null ? null : state.entries.get(entry);
                if (row != null && row.interaction() instanceof Message message) {
                    counts[1] += message.delivery().arrivedAt() == null ? 0 : 1;
                    counts[2] += message.delivery().reached().compareTo(DeliveryState.READ) >= 0 ? 1 : 0;
                    counts[3] += message.state() == DeliveryState.FAILED ? 1 : 0;
                }
                List<Interaction> after = state.timeline(state.survivor(sending.contact())).values().stream()
                        .map(id -> Objects.requireNonNull(state.entries.get(id)).interaction())
                        .filter(one -> one.occurredAt().isAfter(sending.askedAt())
                                && !one.occurredAt().isAfter(until))
                        .toList();
                counts[4] += any(after, one -> one instanceof Message && one.author() == Author.CUSTOMER);
                counts[5] += any(
                        after,
                        one -> one instanceof Dealing dealing
                                && dealing.deal() instanceof Booking booking
                                && booking.status() == AppointmentStatus.BOOKED);
                counts[6] += any(
                        after,
                        one -> one instanceof Dealing dealing
                                && dealing.deal() instanceof Transfer transfer
                                && transfer.kind() != Transfer.Kind.REFUND);
            }
        }
        return new Response(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    private static int any(List<Interaction> all, Predicate<Interaction> one) {
        return all.stream().anyMatch(one) ? 1 : 0;
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
