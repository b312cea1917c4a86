package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.CrmSession;
import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Attribution.Model;
import io.crmkit.analytics.Basis;
import io.crmkit.analytics.Churn;
import io.crmkit.analytics.Cohorts;
import io.crmkit.analytics.Credit;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Transfer;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an owner reads off everything that was booked, paid and clicked. The clock stands at the first of April 2026. */
@Requirement("ANA-1")
abstract class FigureRules extends StorageRules {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    FigureRules(StorageUnderTest under) {
        super(under);
    }

    private static DealingEvent paid(String id, Identifier who, int day, Transfer.Kind kind, String amount) {
        return AppointmentRules.told(id, who, day(day), AppointmentRules.paid(kind, amount, "ARS"));
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    private static DealingEvent attended(String id, Identifier who, int day, String service, String price) {
        return AppointmentRules.told(
                id,
                who,
                day(day),
                Booking.of(AppointmentStatus.ATTENDED, day(day))
                        .service(service, "Dra. Paz")
                        .at(Money.of(price, "ARS")));
    }

    private static MessageEvent clicked(String id, Identifier who, Instant at, String advertisement) {
        Referral referral = new Referral("ad", advertisement, null, null, null, null, null);
        return MessageEvent.received(
                ref(id),
                Party.of(who),
                at,
                new Content(
                        "text", "Hola", List.of(), null, List.of(), null, referral, null, false, List.of(), null,
                        "{}"));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void aCustomerIsWorthWhatTheyPaidLessWhatTheyGotBack() {
        CrmSession clinic = clinic();
        clinic.capture(
                paid("p1", ANA, 0, Transfer.Kind.PAYMENT, "1000"),
                paid("p2", ANA, 9, Transfer.Kind.PAYMENT, "500.50"),
                paid("p3", BRUNO, 3, Transfer.Kind.PAYMENT, "200"),
                paid("p4", ANA, 12, Transfer.Kind.REFUND, "100"),
                AppointmentRules.told("p5", BRUNO, day(4), AppointmentRules.paid(Transfer.Kind.PAYMENT, "70", "USD")));
        Worth worth = clinic.analytics().worth(1);
        assertThat(worth.customers()).isEqualTo(2);
        assertThat(worth.total()).isEqualByComparingTo("1600.5");
        assertThat(worth.best()).singleElement().satisfies(best -> {
            assertThat(best.contact()).isEqualTo(MergeRules.holder(clinic, ANA));
            assertThat(best.value()).isEqualByComparingTo("1400.5");
            assertThat(best.days()).isEqualTo(2);
        });
        assertThat(clinic.analytics().in("USD").worth(9).total()).isEqualByComparingTo("70");
        assertThat(clinic.analytics().by(Basis.EARNED).worth(9).customers()).isZero();
        assertThat(clinic.analytics().forecast(12, 9)).isEmpty();
    }

    @Test
    void whatIsToldAgainOrCorrectedCountsOnce() {
        CrmSession clinic = clinic();
        InboundEvent visit = attended("a1", ANA, 3, "Limpieza", "900");
        clinic.capture(visit, visit);
        clinic.capture(visit);
        assertThat(earned(clinic).worth(9).total()).isEqualByComparingTo("900");
        clinic.capture(AppointmentRules.told(
                "a1", ANA, day(5), Booking.of(AppointmentStatus.ATTENDED).at(Money.of("800", "ARS"))));
        assertThat(earned(clinic).worth(9).total()).isEqualByComparingTo("800");
        clinic.capture(AppointmentRules.told("a1", ANA, day(6), Booking.of(AppointmentStatus.NO_SHOW)));
        assertThat(earned(clinic).worth(9).customers()).isZero();
    }

    private static Analytics earned(CrmSession session) {
        return session.analytics().by(Basis.EARNED);
    }

    @Test
    @Requirement({"ANA-2", "ANA-4"})
    void cohortsAndRetentionFollowTheTenantsCalendar() {
        CrmSession clinic = clinic();
        Instant lastEvening = Instant.parse("2026-02-01T02:30:00Z");
        clinic.capture(
                AppointmentRules.told(
                        "p1", ANA, lastEvening, AppointmentRules.paid(Transfer.Kind.PAYMENT, "10", "ARS")),
                paid("p2", ANA, 0, Transfer.Kind.PAYMENT, "20"),
                paid("p3", BRUNO, 0, Transfer.Kind.PAYMENT, "30"));
        List<Cohorts.Cell> cells = clinic.analytics().cohorts().cells();
        assertThat(cells)
                .extracting(cell -> cell.cohort() + " " + cell.offset() + " " + cell.active())
                .containsExactly(
                        "2026-01 0 1", "2026-01 1 0", "2026-01 2 1", "2026-01 3 0", "2026-03 0 1", "2026-03 1 0");
        assertThat(clinic.analytics()
                        .retention(MARCH, Period.ofMonths(1), 1)
                        .get(0)
                        .active())
                .isEqualTo(2);
        assertThat(clinic.analytics()
                        .retention(MARCH.minusMonths(1), Period.ofMonths(2), 1)
                        .get(0)
                        .ofPrevious())
                .hasValue(1);
    }

    @Test
    @Requirement("ANA-3")
    void whoHasNotComeForLongIsToldFirst() {
        CrmSession clinic = clinic();
        clinic.capture(
                paid("p1", ANA, -90, Transfer.Kind.PAYMENT, "10"), paid("p2", BRUNO, 9, Transfer.Kind.PAYMENT, "10"));
        Churn churn = clinic.analytics().churn(8, 9);
        assertThat(churn.customers()).isEqualTo(2);
        assertThat(churn.atRisk()).isEqualTo(1);
        assertThat(churn.score().byModel()).isFalse();
        assertThat(churn.likeliest())
                .extracting(Churn.OfContact::contact)
                .containsExactly(MergeRules.holder(clinic, ANA), MergeRules.holder(clinic, BRUNO));
        assertThat(churn.likeliest().get(1).risk().silentDays()).isEqualTo(21);
    }

    @Test
    @Requirement("ANA-5")
    void aSaleIsOwedToWhatBroughtTheCustomer() {
        CrmSession clinic = clinic();
        clinic.capture(clicked("m1", ANA, day(-5), "spring"), clicked("m2", ANA, day(-2), "smile"));
        clinic.capture(said("m3", ANA, day(-1)), clicked("m4", ANA, day(0), "spring"));
        clinic.capture(
                paid("p1", ANA, 1, Transfer.Kind.PAYMENT, "100"),
                paid("p2", BRUNO, 2, Transfer.Kind.PAYMENT, "50"),
                AppointmentRules.told(
                        "p3",
                        BRUNO,
                        day(3),
                        new Transfer(Transfer.Kind.PAYMENT, Money.of("70", "ARS"), null, "flyer")));
        Credit credit = clinic.analytics().credit(Attribution.by(Model.LINEAR), MARCH, END);
        assertThat(credit.sales()).isEqualTo(3);
        assertThat(credit.bySource())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("spring", amount("66.67"), "smile", amount("33.33"), "flyer", amount("70.00")));
        assertThat(credit.unattributed()).isEqualByComparingTo("50");
        assertThat(credit.total()).isEqualByComparingTo("220");
    }

    @Test
    void whatIsBookedIsToldByServiceStaffAndTime() {
        CrmSession clinic = clinic();
        clinic.capture(
                attended("a1", ANA, 0, "Limpieza", "100"),
                attended("a2", BRUNO, 7, "Limpieza", "50"),
                attended("a3", BRUNO, 8, "Blanqueamiento", "900"),
                attended("a4", BRUNO, 60, "Limpieza", "50"),
                AppointmentRules.told("a5", ANA, day(9), Booking.of(AppointmentStatus.CANCELLED, day(9))));
        Takings takings = clinic.analytics().takings(MARCH, END);
        assertThat(takings.services())
                .hasSize(2)
                .containsEntry("Limpieza", new Takings.Sum(2, amount("150")))
                .containsEntry("Blanqueamiento", new Takings.Sum(1, amount("900")));
        assertThat(takings.staff()).containsOnly(Map.entry("Dra. Paz", new Takings.Sum(3, amount("1050"))));
        assertThat(takings.days().get(DayOfWeek.MONDAY)).isEqualTo(new Takings.Sum(2, amount("150")));
        assertThat(takings.hours()).containsOnlyKeys(10);
    }

    @Test
    @Requirement("MRG-2")
    void figuresFollowAMergeAndItsUndoing() {
        CrmSession clinic = clinic();
        clinic.capture(
                clicked("m1", ANA, day(-5), "spring"),
                paid("p1", ANA, 0, Transfer.Kind.PAYMENT, "100"),
                paid("p2", BRUNO, 2, Transfer.Kind.PAYMENT, "50"));
        ContactId ana = MergeRules.holder(clinic, ANA);
        MergeId merge = MergeRules.merged(clinic.merge(ana, MergeRules.holder(clinic, BRUNO)));
        assertThat(clinic.analytics().worth(9).best())
                .extracting(Worth.OfContact::contact)
                .containsExactly(ana);
        assertThat(credited(clinic)).isEqualByComparingTo("150");
        clinic.undo(merge);
        assertThat(clinic.analytics().worth(9).customers()).isEqualTo(2);
        assertThat(credited(clinic)).isEqualByComparingTo("100");
    }

    private static BigDecimal credited(CrmSession clinic) {
        return clinic.analytics()
                .credit(Attribution.by(Model.LAST_TOUCH), MARCH, END)
                .bySource()
                .getOrDefault("spring", BigDecimal.ZERO);
    }

    @Test
    @Requirement("PRV-2")
    void figuresAreOfOneTenantAndForThoseWhoMaySeeThem() {
        clinic().capture(paid("p1", ANA, 0, Transfer.Kind.PAYMENT, "100"));
        TenantId other = TenantId.of("taller-sur");
        session(other).capture(said("m1", ANA, MONDAY));
        assertThat(session(other).analytics().worth(9).customers()).isZero();
        Analytics analyst =
                crm(storage()).as(Actor.person(CLINIC, "u1", Role.ANALYST)).analytics();
        assertThat(analyst.worth(9).customers()).isEqualTo(1);
        Analytics agent =
                crm(storage()).as(Actor.person(CLINIC, "u2", Role.AGENT)).analytics();
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> agent.worth(9));
    }
}
