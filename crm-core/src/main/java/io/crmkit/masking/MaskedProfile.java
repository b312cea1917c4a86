package io.crmkit.masking;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Habits;
import io.crmkit.appointment.Patronage;
import io.crmkit.appointment.Payment;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Insights;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.InitialInquiry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile of figures: how much, how often, when and in what mood; neither words nor attributes. */
final class MaskedProfile {
    private MaskedProfile() {}

    static ContactProfile of(ContactProfile profile) {
        return new ContactProfile(
                MaskedContact.of(profile.summary()),
                profile.inquiry().map(inquiry -> new InitialInquiry(null, null)),
                profile.conversations(),
                profile.recent().stream().map(MaskedInteraction::of).toList(),
                Map.of(),
                profile.notes().stream().map(MaskedContact::of).toList(),
                profile.conflicts(),
                facts(profile.facts()),
                of(profile.insights()),
                profile.behaviour(),
                of(profile.patronage()),
                of(profile.habits()));
    }

    private static Habits of(Habits habits) {
        return new Habits(
                habits.bookings(),
                habits.interval(),
                habits.perMonth(),
                habits.days(),
                habits.part(),
                habits.time(),
                habits.advance(),
                habits.cancellations(),
                habits.missed(),
                habits.moved(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Fact> facts(List<Fact> facts) {
        return facts.stream().map(MaskedFact::of).toList();
    }

    private static Insights of(Insights insights) {
        return new Insights(
                facts(insights.contactInformation()),
                facts(insights.services()),
                facts(insights.prices()),
                facts(insights.questions()),
                facts(insights.preferences()),
                facts(insights.features()),
                facts(insights.painPoints()),
                facts(insights.competitors()),
                facts(insights.satisfaction()),
                facts(insights.conflicts()),
                facts(insights.suggestions()),
                insights.mood(),
                Map.of());
    }

    private static Patronage of(Patronage patronage) {
        return new Patronage(
                patronage.appointments().stream().map(MaskedProfile::of).toList(),
                patronage.payments().stream().map(MaskedProfile::of).toList());
    }

    private static Appointment of(Appointment appointment) {
        return new Appointment(
                hidden(appointment.ref()),
                appointment.status(),
                appointment.start(),
                appointment.zone(),
                null,
                null,
                appointment.price(),
                appointment.source(),
                appointment.bookedAt(),
                appointment.changedAt(),
                appointment.starts(),
                appointment.cancelledBy(),
                appointment.cancelledAt(),
                appointment.local());
    }

    private static Payment of(Payment payment) {
        return new Payment(
                hidden(payment.ref()), payment.kind(), payment.money(), null, payment.source(), payment.at());
    }

    private static ProviderRef hidden(ProviderRef ref) {
        return new ProviderRef(ref.account(), MaskedContact.HIDDEN);
    }
}
