package io.crmkit.testkit.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crmkit.appointment.Cancellations;
import io.crmkit.appointment.DayPart;
import io.crmkit.appointment.Favourite;
import io.crmkit.appointment.Figure;
import io.crmkit.appointment.Habits;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.testkit.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How somebody books shows in what they booked, once there is enough of it. */
@Requirement("BEH-2")
class HabitsTest {
    private final Agenda agenda = new Agenda("2026-06-01T12:00");

    @Test
    void ofTwoBookingsNothingIsSaid() {
        agenda.attended("2026-03-03T10:00", "2026-03-31T10:00");

        Habits habits = agenda.habits();
        assertThat(habits.bookings()).isEqualTo(2);
        assertThat(habits)
                .usingRecursiveComparison()
                .ignoringFields("bookings")
                .isEqualTo(Habits.of(List.of(), Agenda.ZONE));
        assertThat(Habits.of(List.of(), Agenda.ZONE).interval()).isEmpty();
    }

    @Test
    void theUsualIntervalIsTheMiddleOneSoThatOneLongAbsenceDoesNotMoveIt() {
        agenda.attended(
                "2025-08-05T10:00", "2026-02-03T10:00", "2026-03-03T10:00", "2026-03-31T10:00", "2026-04-29T10:00");

        assertThat(agenda.habits().interval()).contains(new Figure<>(29, 5));
        assertThat(agenda.habits().perMonth().orElseThrow().value()).isCloseTo(4 * 30.44 / 267, within(0.001));
    }

    @Test
    void twoVisitsOnOneDayAreOneAndMissedOnesAreNone() {
        agenda.attended("2026-03-03T10:00", "2026-03-03T15:00", "2026-03-10T10:00");
        agenda.missed("2026-03-17T10:00");

        assertThat(agenda.habits().interval()).isEmpty();
        agenda.attended("2026-03-24T10:00");
        assertThat(agenda.habits().interval()).contains(new Figure<>(11, 3));
    }

    @Test
    void daysPartOfTheDayAndTimeAreThoseTheyComeBackTo() {
        agenda.attended("2026-03-03T10:00", "2026-03-10T10:30", "2026-03-17T09:45", "2026-03-26T17:00");

        Habits habits = agenda.habits();
        assertThat(habits.days().map(Favourite::value)).contains(List.of(DayOfWeek.TUESDAY));
        assertThat(habits.days().orElseThrow().times()).isEqualTo(3);
        assertThat(habits.days().orElseThrow().bookings()).isEqualTo(4);
        assertThat(habits.part().map(Favourite::value)).contains(DayPart.MORNING);
        assertThat(habits.time().map(Favourite::value)).contains(LocalTime.of(10, 0));
        assertThat(habits.part().orElseThrow().because())
                .extracting(ref -> ref.id())
                .containsExactly("2026-03-03T10:00", "2026-03-10T10:30", "2026-03-17T09:45");
    }

    @Test
    void whereNothingStandsOutNothingIsPreferred() {
        agenda.attended("2026-03-02T09:00", "2026-03-10T15:00", "2026-03-18T20:00", "2026-03-26T11:00");

        assertThat(agenda.habits().days()).isEmpty();
        assertThat(agenda.habits().part()).isEmpty();
        assertThat(agenda.habits().time()).isEmpty();
    }

    @Test
    void whatWasMissedOrCalledOffDoesNotShowWhatSuitsThem() {
        agenda.missed("2026-03-02T09:00", "2026-03-09T09:00", "2026-03-16T09:00");
        agenda.cancelled("2026-03-23T09:00", "2026-03-20T09:00", Author.CUSTOMER);

        assertThat(agenda.habits().days()).isEmpty();
        assertThat(agenda.habits().part()).isEmpty();
        assertThat(agenda.habits().service()).isEmpty();
    }

    @Test
    void theClockOfTheAppointmentsOwnZoneCountsDaylightSavingIncluded() {
        ZoneId tijuana = ZoneId.of("America/Tijuana");
        for (String day : List.of("2026-03-05", "2026-03-12", "2026-03-19")) {
            Booking nine = Booking.of(
                            AppointmentStatus.ATTENDED,
                            LocalDate.parse(day).atTime(9, 0).atZone(tijuana).toInstant())
                    .in(tijuana);
            agenda.told(day, day + "T20:00", nine);
        }
        assertThat(agenda.habits().time().map(Favourite::value)).contains(LocalTime.of(9, 0));
        assertThat(agenda.habits().time().orElseThrow().times()).isEqualTo(3);
    }

    @Test
    void howLongAheadTheyBookIsTheMeanToTheFirstTimeAgreed() {
        agenda.booked("A", "2026-03-10T10:00", "2026-03-09T10:00");
        agenda.booked("B", "2026-03-11T10:00", "2026-03-09T10:00");
        agenda.booked("C", "2026-03-15T10:00", "2026-03-09T10:00");
        agenda.told("C", "2026-03-10T10:00", Booking.of(AppointmentStatus.RESCHEDULED, Agenda.at("2026-05-15T10:00")));
        agenda.told("D", "2026-03-09T10:00", Booking.of(AppointmentStatus.ATTENDED, Agenda.at("2026-03-01T10:00")));

        assertThat(agenda.habits().advance()).contains(new Figure<>(Duration.ofDays(3), 3));
        assertThat(agenda.habits().moved()).contains(new Figure<>(1, 4));
    }

    @Test
    void whatTheyCallOffCountsAndWhatTheBusinessDoesNot() {
        agenda.cancelled("2026-03-03T10:00", "2026-03-02T22:00", Author.CUSTOMER);
        agenda.cancelled("2026-03-10T10:00", "2026-03-08T10:00", Author.CUSTOMER);
        agenda.cancelled("2026-03-12T10:00", "2026-03-12T11:00", Author.CUSTOMER);
        agenda.cancelled("2026-03-17T10:00", "2026-03-16T22:00", Author.AGENT);
        agenda.attended("2026-03-24T10:00");

        assertThat(agenda.habits().cancellations())
                .contains(new Figure<>(new Cancellations(3, 2, Optional.of(Duration.ofHours(12))), 4));
    }

    @Test
    void whatTheyMissIsCountedAmongWhatTheyCouldHaveComeTo() {
        agenda.missed("2026-03-03T10:00", "2026-03-10T10:00");
        agenda.cancelled("2026-03-17T10:00", "2026-03-16T22:00", Author.CUSTOMER);
        assertThat(agenda.habits().missed()).isEmpty();

        agenda.attended("2026-03-24T10:00");
        assertThat(agenda.habits().missed()).contains(new Figure<>(2, 3));
    }

    @Test
    void theFavouriteServiceAndStaffAreThoseOfMostOfTheirBookings() {
        agenda.attended("2026-03-03T10:00", "2026-03-10T10:00", "2026-03-17T10:00");
        agenda.told(
                "X",
                "2026-03-20T10:00",
                Booking.of(AppointmentStatus.ATTENDED, Agenda.at("2026-03-20T10:00"))
                        .service("limpieza", "Dr. Sosa"));

        assertThat(agenda.habits().service().map(Favourite::value)).contains("limpieza");
        assertThat(agenda.habits().service().orElseThrow().times()).isEqualTo(4);
        assertThat(agenda.habits().staff().map(Favourite::value)).contains("Dra. Paz");
        assertThat(agenda.habits().staff().orElseThrow().times()).isEqualTo(3);
    }

    @Test
    void onlyTheLatestBookingsAreLookedAt() {
        for (int week = 0; week < 30; week++) {
            agenda.attended(LocalDate.parse("2025-10-07").plusWeeks(week) + (week < 10 ? "T20:00" : "T10:00"));
        }
        assertThat(agenda.habits().bookings()).isEqualTo(Habits.NEWEST);
        assertThat(agenda.habits().part().map(Favourite::value)).contains(DayPart.MORNING);
        assertThat(agenda.habits().part().orElseThrow().times()).isEqualTo(20);
    }
}
