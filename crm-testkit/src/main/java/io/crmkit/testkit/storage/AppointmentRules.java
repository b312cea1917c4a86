package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the host's scheduler and till tell becomes part of the profile, in whatever order it comes. */
@Requirement("CAP-10")
abstract class AppointmentRules extends StorageRules {
    private static final ChannelAccount AGENDA = new ChannelAccount("scheduler", "agenda");
    private static final Identifier MAIL = Identifier.email("ana@example.org");
    private static final Instant TEN = Instant.parse("2026-03-09T13:00:00Z");

    AppointmentRules(StorageUnderTest under) {
        super(under);
    }

    static DealingEvent told(String id, Identifier who, Instant at, Deal deal) {
        return new DealingEvent(new ProviderRef(AGENDA, id), Party.of(who), deal, at);
    }

    static Transfer paid(Transfer.Kind kind, String amount, String currency) {
        return new Transfer(kind, Money.of(amount, currency), null, null);
    }

    private static Patronage patronage(CrmSession session, ContactId contact) {
        return session.profile(contact).orElseThrow().patronage();
    }

    private static List<Appointment> appointments(CrmSession session) {
        return patronage(session, onlyContact(session).id()).appointments();
    }

    private static Booking booked(Instant start) {
        return Booking.of(AppointmentStatus.BOOKED, start)
                .service("Limpieza", "Dra. Paz")
                .at(Money.of("15000.50", "ARS"))
                .in(ZoneId.of("America/Argentina/Buenos_Aires"));
    }

    @Test
    @Requirement("PRO-3")
    void aBookingOfSomebodyUnknownCreatesTheContactAndItsAppointment() {
        CrmSession clinic = clinic();
        clinic.capture(told("A1", MAIL, MONDAY, booked(TEN)));

        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(MAIL);
        assertThat(appointments(clinic)).singleElement().satisfies(a -> {
            assertThat(a.ref().id()).isEqualTo("A1");
            assertThat(a.status()).isEqualTo(AppointmentStatus.BOOKED);
            assertThat(a.start()).isEqualTo(TEN);
            assertThat(a.zone()).isEqualTo(ZoneId.of("America/Argentina/Buenos_Aires"));
            assertThat(a.service()).isEqualTo("Limpieza");
            assertThat(a.staff()).isEqualTo("Dra. Paz");
            assertThat(a.price()).isEqualTo(Money.of("15000.5", "ARS"));
            assertThat(a.bookedAt()).isEqualTo(MONDAY);
        });
    }

    @Test
    void itIsAnEntryOfTheTimelineAndOfNoConversation() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), told("A1", ANA, minute(5), booked(TEN)), said("m2", ANA, minute(9)));

        ContactId ana = onlyContact(clinic).id();
        assertThat(timeline(clinic, ana)).hasSize(3).element(1).isInstanceOf(Dealing.class);
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2"));
        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(3);
        assertThat(onlyContact(clinic).activity().fromCustomer()).isEqualTo(2);
    }

    @Test
    void theLatestOfWhatWasToldCountsInWhateverOrderItCame() {
        List<InboundEvent> told = List.of(
                told("A1", ANA, MONDAY, booked(TEN)),
                told("A1", ANA, hour(1), Booking.of(AppointmentStatus.CONFIRMED)),
                told("A1", ANA, hour(2), Booking.of(AppointmentStatus.RESCHEDULED, TEN.plusSeconds(3_600))),
                told("A1", ANA, hour(3), Booking.of(AppointmentStatus.CANCELLED).by(Author.CUSTOMER)));
        for (List<InboundEvent> order : orders(told)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            clinic.capture(order);
            assertThat(appointments(clinic)).singleElement().satisfies(a -> {
                assertThat(a.status()).isEqualTo(AppointmentStatus.CANCELLED);
                assertThat(a.cancelledBy()).isEqualTo(Author.CUSTOMER);
                assertThat(a.starts()).containsExactly(TEN, TEN.plusSeconds(3_600));
                assertThat(a.reschedules()).isEqualTo(1);
                assertThat(a.service()).isEqualTo("Limpieza");
                assertThat(a.bookedAt()).isEqualTo(MONDAY);
            });
            assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(4);
        }
    }

    @Test
    void theSameThingToldAgainIsTheSame() {
        CrmSession clinic = clinic();
        clinic.capture(told("A1", ANA, MONDAY, booked(TEN)), told("A1", ANA, MONDAY, booked(TEN)));
        clinic.capture(told("A1", ANA, MONDAY, booked(TEN)));

        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(1);
        assertThat(appointments(clinic)).hasSize(1);
    }

    @Test
    void appointmentsAreListedWithTheLatestToBeginFirst() {
        CrmSession clinic = clinic();
        clinic.capture(
                told("A1", ANA, MONDAY, booked(TEN)),
                told("A2", ANA, MONDAY, booked(TEN.plusSeconds(60))),
                told("A3", ANA, MONDAY, Booking.of(AppointmentStatus.BOOKED)));

        assertThat(appointments(clinic)).extracting(a -> a.ref().id()).containsExactly("A2", "A1", "A3");
    }

    @Test
    @Requirement("CAP-16")
    void moneyIsSummedExactlyByCurrencyAndCorrectedByWhatIsToldLater() {
        CrmSession clinic = clinic();
        List<InboundEvent> told = List.of(
                told("P1", ANA, MONDAY, paid(Transfer.Kind.PAYMENT, "0.1", "ARS")),
                told("P2", ANA, minute(1), paid(Transfer.Kind.PAYMENT, "0.2", "ARS")),
                told("P3", ANA, minute(2), paid(Transfer.Kind.PAYMENT, "70", "USD")),
                told("P3", ANA, minute(3), paid(Transfer.Kind.PAYMENT, "50.00", "USD")),
                told("R1", ANA, minute(4), paid(Transfer.Kind.REFUND, "20", "USD")),
                told("O1", ANA, minute(5), paid(Transfer.Kind.ORDER, "99", "BRL")));
        clinic.capture(told.get(3), told.get(0), told.get(4));
        clinic.capture(told);

        Patronage patronage = patronage(clinic, onlyContact(clinic).id());
        assertThat(patronage.spend()).isEqualTo(Map.of("ARS", new BigDecimal("0.3"), "USD", new BigDecimal("30")));
        assertThat(patronage.revenue()).isEqualTo(Map.of("BRL", new BigDecimal("99")));
    }

    @Test
    @Requirement("CAP-16")
    void attendedAppointmentsAreRevenueAndOthersAreNot() {
        CrmSession clinic = clinic();
        clinic.capture(
                told("A1", ANA, MONDAY, booked(TEN)),
                told("A2", ANA, MONDAY, booked(TEN.plusSeconds(60))),
                told("A1", ANA, hour(2), Booking.of(AppointmentStatus.ATTENDED)),
                told("A2", ANA, hour(3), Booking.of(AppointmentStatus.NO_SHOW)));

        assertThat(patronage(clinic, onlyContact(clinic).id()).revenue())
                .isEqualTo(Map.of("ARS", new BigDecimal("15000.5")));
    }

    @Test
    @Requirement({"MRG-2", "MRG-3"})
    void theyGoToTheSurvivorOfAMergeAndBackWhenItIsUndone() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), told("A1", ANA, MONDAY, booked(TEN)));
        clinic.capture(
                told("A2", MAIL, MONDAY, booked(TEN.plusSeconds(60))),
                told("P1", MAIL, MONDAY, paid(Transfer.Kind.PAYMENT, "5", "ARS")));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId mail = MergeRules.holder(clinic, MAIL);

        MergeOutcome merged = clinic.merge(ana, mail);
        assertThat(appointments(clinic)).extracting(a -> a.ref().id()).containsExactly("A2", "A1");
        assertThat(patronage(clinic, mail).spend()).containsKey("ARS");
        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(4);
        clinic.capture(told("A2", MAIL, minute(9), Booking.of(AppointmentStatus.ATTENDED)));

        clinic.undo(MergeRules.merged(merged));
        assertThat(patronage(clinic, ana).appointments())
                .extracting(a -> a.ref().id())
                .containsExactly("A1");
        assertThat(patronage(clinic, ana).spend()).isEmpty();
        assertThat(patronage(clinic, mail).appointments())
                .extracting(Appointment::status)
                .containsExactly(AppointmentStatus.ATTENDED);
        assertThat(clinic.profile(mail).orElseThrow().summary().activity().interactions())
                .isEqualTo(3);
    }

    @Test
    void aStatementThatJoinsTwoContactsJoinsWhatTheyBooked() {
        CrmSession clinic = clinic();
        clinic.capture(
                told("A1", ANA, MONDAY, booked(TEN)),
                told("A1", MAIL, hour(1), Booking.of(AppointmentStatus.ATTENDED)));
        assertThat(contacts(clinic)).hasSize(2);

        clinic.capture(stated(Party.of(ANA, MAIL), hour(2)));

        assertThat(appointments(clinic)).singleElement().satisfies(a -> {
            assertThat(a.status()).isEqualTo(AppointmentStatus.ATTENDED);
            assertThat(a.start()).isEqualTo(TEN);
        });
        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(2);
    }
}
