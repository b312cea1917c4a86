package io.crmkit.appointment;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a contact booked and paid.
 *
 * @param appointments the latest to begin first
 * @param payments payments, refunds and orders as last told, the latest first
 * @since 0.1
 */
public record Patronage(List<Appointment> appointments, List<Payment> payments) {
    /** Nothing. */
    public static final Patronage NONE = new Patronage(List.of(), List.of());

    public Patronage {
        appointments = List.copyOf(appointments);
        payments = List.copyOf(payments);
    }

    /** As it follows from what was told, whatever the order in which it came. */
    public static Patronage of(Collection<Dealing> told) {
        Map<ProviderRef, List<Dealing>> booked = new HashMap<>();
        Map<ProviderRef, List<Dealing>> paid = new HashMap<>();
        for (Dealing dealing : told) {
            (dealing.deal() instanceof Booking ? booked : paid)
                    .computeIfAbsent(dealing.subject(), ref -> new ArrayList<>())
                    .add(dealing);
        }
        return new Patronage(
                booked.values().stream()
                        .map(Appointment::of)
                        .sorted(Appointment.LATEST_FIRST)
                        .toList(),
                paid.values().stream()
                        .map(Payment::of)
                        .sorted(Payment.LATEST_FIRST)
                        .toList());
    }

    /** Brings what criteria ask of contacts up to date with what was told of them. */
    public static void keep(Dealings dealings, Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        Map<ContactId, Patronage> index = new TreeMap<>();
        Map<ContactId, List<Dealing>> told = dealings.of(contacts);
        contacts.forEach(contact -> index.put(contact, of(told.getOrDefault(contact, List.of()))));
        dealings.index(index);
    }

    /** What was paid less what was paid back, by currency. */
    public SortedMap<String, BigDecimal> spend() {
        SortedMap<String, BigDecimal> spend = new TreeMap<>();
        for (Payment payment : payments) {
            if (payment.kind() == Transfer.Kind.PAYMENT) {
                add(spend, payment.money(), 1);
            } else if (payment.kind() == Transfer.Kind.REFUND) {
                add(spend, payment.money(), -1);
            }
        }
        return spend;
    }

    /** What attended appointments and orders come to, by currency. */
    public SortedMap<String, BigDecimal> revenue() {
        SortedMap<String, BigDecimal> revenue = new TreeMap<>();
        for (Appointment appointment : appointments) {
            if (appointment.attended() && appointment.price() != null) {
                add(revenue, appointment.price(), 1);
            }
        }
        payments.stream()
                .filter(payment -> payment.kind() == Transfer.Kind.ORDER)
                .forEach(order -> add(revenue, order.money(), 1));
        return revenue;
    }

    private static void add(Map<String, BigDecimal> sums, Money money, int sign) {
        BigDecimal amount = sign < 0 ? money.amount().negate() : money.amount();
        sums.merge(money.currency(), amount, (one, other) -> Money.plain(one.add(other)));
    }

    /** What is still to take place: the soonest to begin, then what has no time; empty if nothing is. */
    public Optional<Appointment> next(Instant now) {
        return appointments.stream()
                .filter(each -> each.aheadOf(now))
                .min(Comparator.comparing(Appointment::start, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** What they came to last; empty if they never did. */
    public Optional<Appointment> lastVisit(Instant now) {
        return appointments.stream()
                .filter(each -> each.attended() && each.begun(now))
                .findFirst();
    }

    /** How many appointments there are of each status. */
    public long count(AppointmentStatus status) {
        return appointments.stream().filter(a -> a.status() == status).count();
    }
}
