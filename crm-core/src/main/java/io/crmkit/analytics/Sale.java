package io.crmkit.analytics;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.appointment.Payment;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a contact bought, or got back.
 *
 * @param at when it was paid or ordered, or when the appointment began
 * @param money null where an attended appointment has no price
 * @param service what the appointment was for
 * @param staff who did it
 * @since 0.1
 */
public record Sale(
        ContactId contact,
        Kind kind,
        Instant at,
        @Nullable Money money,
        @Nullable String service,
        @Nullable String staff) {
    /** What it was. */
    public enum Kind {
        PAYMENT,
        REFUND,
        ORDER,
        /** An appointment that was attended. */
        VISIT
    }

    /** What is on record of a contact, in no order. */
    public static List<Sale> of(ContactId contact, Patronage patronage) {
        List<Sale> sales = new ArrayList<>();
        for (Payment payment : patronage.payments()) {
            Kind kind = switch (payment.kind()) {
                case PAYMENT -> Kind.PAYMENT;
                case REFUND -> Kind.REFUND;
                case ORDER -> Kind.ORDER;
            };
            sales.add(new Sale(contact, kind, payment.at(), payment.money(), null, null));
        }
        for (Appointment each : patronage.appointments()) {
            if (each.attended()) {
                Instant at = each.startsAt().orElse(each.changedAt());
                sales.add(new Sale(contact, Kind.VISIT, at, each.price(), each.service(), each.staff()));
            }
        }
        return sales;
    }

    /** Without what it was for and the amount, which may be personal. */
    @Override
    public String toString() {
        return "Sale[" + kind + "]";
    }
}
