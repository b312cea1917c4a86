package io.crmkit.analytics;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.appointment.Payment;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A touch and whom it touched.
 *
 * @since 0.1
 */
public record Touched(ContactId contact, Attribution.Touch touch) {
    /** By which campaigns appointments, payments and orders came, as their scheduler or till says. */
    public static List<Touched> of(ContactId contact, Patronage patronage) {
        List<Touched> touches = new ArrayList<>();
        for (Appointment each : patronage.appointments()) {
            if (each.source() != null) {
                touches.add(new Touched(contact, new Attribution.Touch(each.source(), each.bookedAt())));
            }
        }
        for (Payment each : patronage.payments()) {
            if (each.source() != null) {
                touches.add(new Touched(contact, new Attribution.Touch(each.source(), each.at())));
            }
        }
        return touches;
    }

    /** What the advertisement or post is called that a message came by: by its id where it has one. */
    public static Optional<String> source(Content original) {
        Referral referral = original.referral();
        return referral == null ? Optional.empty() : named(referral);
    }

    private static Optional<String> named(Referral referral) {
        return Stream.of(referral.sourceId(), referral.ref(), referral.sourceUrl(), referral.sourceType())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst();
    }
}
