package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.AppointmentRules.paid;
import static io.crmkit.testkit.storage.AppointmentRules.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Transfer;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A scheduler and a till tell things piece by piece, of people they know by other names than the channel does. */
@Requirement({"CAP-10", "CAP-16"})
abstract class SchedulerRules extends StorageRules {
    private static final Identifier MAIL = Identifier.email("ana@example.org");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");
    private static final Instant NINE = Instant.parse("2026-03-08T17:00:00Z");

    SchedulerRules(StorageUnderTest under) {
        super(under);
    }

    private static Patronage patronage(CrmSession session) {
        return session.profile(onlyContact(session).id()).orElseThrow().patronage();
    }

    private static Appointment appointment(CrmSession session) {
        List<Appointment> all = patronage(session).appointments();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void whateverIdentifierTheyNameItIsTheSameContact() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), stated(Party.of(ANA, MAIL), minute(1)));
        clinic.capture(told("A1", MAIL, minute(2), Booking.of(AppointmentStatus.BOOKED, NINE)));
        clinic.capture(told("A1", ANA, minute(3), Booking.of(AppointmentStatus.CONFIRMED)));
        clinic.capture(told("P1", MAIL, minute(4), paid(Transfer.Kind.PAYMENT, "10", "ARS")));

        assertThat(appointment(clinic).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(patronage(clinic).spend()).isEqualTo(Map.of("ARS", BigDecimal.TEN));
    }

    @Test
    void aBookingHasItsInstantItsZoneAndWhatTheClockShowsThere() {
        CrmSession clinic = clinic();
        clinic.capture(told(
                "A1", ANA, MONDAY, Booking.of(AppointmentStatus.BOOKED, NINE).in(TIJUANA)));
        clinic.capture(told("A1", ANA, minute(5), Booking.of(AppointmentStatus.CONFIRMED)));

        Appointment booked = appointment(clinic);
        assertThat(booked.start()).isEqualTo(NINE);
        assertThat(booked.zone()).isEqualTo(TIJUANA);
        assertThat(booked.local()).as("clocks went forward that night").isEqualTo("2026-03-08T10:00:00");
    }

    @Test
    void theLocalTimeThatWasAgreedStaysThoughTheRulesOfTheZoneChange() {
        LocalDateTime agreed = LocalDateTime.parse("2026-03-08T09:00:00");
        CrmSession clinic = clinic();
        clinic.capture(told(
                "A1",
                ANA,
                MONDAY,
                new Booking(AppointmentStatus.BOOKED, NINE, TIJUANA, null, null, null, null, null, agreed)));
        clinic.capture(told(
                "A1", ANA, MONDAY, Booking.of(AppointmentStatus.BOOKED, NINE).in(TIJUANA)));

        assertThat(appointment(clinic).local()).isEqualTo(agreed);
        assertThat(appointment(clinic).start()).isEqualTo(NINE);
        assertThat(onlyContact(clinic).activity().interactions())
                .as("the same thing told by a node with newer rules")
                .isEqualTo(1);
    }

    @Test
    void whoCancelledAndWhenStandsThoughItIsToldAgainWithLess() {
        List<InboundEvent> told = List.of(
                told("A1", ANA, MONDAY, Booking.of(AppointmentStatus.BOOKED, NINE)),
                told("A1", ANA, hour(1), Booking.of(AppointmentStatus.CANCELLED).by(Author.AGENT)),
                told("A1", ANA, hour(2), Booking.of(AppointmentStatus.BOOKED)),
                told("A1", ANA, hour(3), Booking.of(AppointmentStatus.CANCELLED).by(Author.CUSTOMER)),
                told("A1", ANA, hour(4), Booking.of(AppointmentStatus.CANCELLED)));
        for (List<InboundEvent> order : orders(told)) {
            CrmSession clinic = fresh();
            clinic.capture(order);
            assertThat(appointment(clinic).cancelledBy()).isEqualTo(Author.CUSTOMER);
            assertThat(appointment(clinic).cancelledAt()).isEqualTo(hour(3));
        }
    }

    @Test
    void whoseCancellationItWasIsForgottenOnceItIsBookedAgain() {
        CrmSession clinic = clinic();
        clinic.capture(
                told("A1", ANA, MONDAY, Booking.of(AppointmentStatus.BOOKED, NINE)),
                told("A1", ANA, hour(1), Booking.of(AppointmentStatus.CANCELLED).by(Author.AGENT)),
                told("A1", ANA, hour(2), Booking.of(AppointmentStatus.BOOKED)),
                told("A1", ANA, hour(3), Booking.of(AppointmentStatus.CANCELLED)));

        assertThat(appointment(clinic).cancelledBy()).isNull();
        assertThat(appointment(clinic).cancelledAt()).isEqualTo(hour(3));
    }

    @Test
    void whatAPaymentWasForStandsThoughItsAmountIsPutRight() {
        List<InboundEvent> told = List.of(
                told("O1", ANA, hour(1), paid(Transfer.Kind.ORDER, "90", "ARS")),
                told("O1", ANA, MONDAY, new Transfer(Transfer.Kind.ORDER, Money.of("80", "ARS"), "A1", "autumn")));
        for (List<InboundEvent> order : orders(told)) {
            CrmSession fresh = fresh();
            order.forEach(fresh::capture);
            fresh.capture(order);
            assertThat(patronage(fresh).payments()).singleElement().satisfies(payment -> {
                assertThat(payment.purpose()).isEqualTo("A1");
                assertThat(payment.source()).isEqualTo("autumn");
                assertThat(payment.money()).isEqualTo(Money.of("90", "ARS"));
            });
            assertThat(patronage(fresh).revenue()).isEqualTo(Map.of("ARS", new BigDecimal("90")));
            assertThat(patronage(fresh).spend()).isEmpty();
        }
    }

    @Test
    @Requirement({"CAP-11", "CTX-2"})
    void everyKindOfEventIsInTheTimelineAndInTheConversation() {
        CrmSession clinic = clinic();
        List<InboundEvent> told = new ArrayList<>(List.of(said("m1", ANA, MONDAY)));
        List<EventKind> kinds = List.of(
                EventKind.CONVERSATION_STARTED,
                EventKind.HANDED_TO_AGENT,
                EventKind.ESCALATED,
                EventKind.HANDED_TO_BOT,
                EventKind.RESOLUTION_CONFIRMED,
                EventKind.FEEDBACK,
                EventKind.CONVERSATION_ENDED);
        for (EventKind kind : kinds) {
            told.add(happened("e" + told.size(), ANA, kind, minute(told.size())));
        }
        clinic.capture(told);
        clinic.capture(told);

        List<String> all = List.of("m1", "e1", "e2", "e3", "e4", "e5", "e6", "e7");
        assertThat(ids(clinic, onlyContact(clinic).id())).isEqualTo(all);
        assertThat(threads(clinic)).containsExactly(all);
        assertThat(timeline(clinic, onlyContact(clinic).id()))
                .extracting(Interaction::occurredAt)
                .isSorted();
    }
}
