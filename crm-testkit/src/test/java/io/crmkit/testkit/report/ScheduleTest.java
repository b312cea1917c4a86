package io.crmkit.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmkit.report.Schedule;
import io.crmkit.testkit.Requirement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every day of a schedule has one moment, whatever the clocks do on it. */
@Requirement("EXP-4")
class ScheduleTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static List<Instant> moments(Schedule schedule, ZoneId zone, LocalDate from, LocalDate until) {
        Instant end = until.atStartOfDay(zone).toInstant();
        List<Instant> moments = new ArrayList<>();
        Instant at = schedule.after(from.atStartOfDay(zone).toInstant().minusSeconds(1), zone);
        while (at.isBefore(end)) {
            moments.add(at);
            at = schedule.after(at, zone);
        }
        return moments;
    }

    @Test
    void aDayHasOneInEveryYearInEveryZone() {
        List.of(
                        "America/Argentina/Buenos_Aires",
                        "America/Sao_Paulo",
                        "America/Tijuana",
                        "America/Mexico_City",
                        "Europe/Madrid",
                        "UTC")
                .forEach(ScheduleTest::onceADay);
    }

    private static void onceADay(String where) {
        ZoneId zone = ZoneId.of(where);
        LocalDate from = LocalDate.of(2006, 1, 1);
        LocalDate until = LocalDate.of(2032, 1, 1);
        for (String at : List.of("00:00", "00:30", "01:30", "02:00", "02:30", "08:00", "23:30", "23:59")) {
            List<LocalDate> days = moments(new Schedule.Daily(LocalTime.parse(at)), zone, from, until).stream()
                    .map(moment -> moment.atZone(zone).toLocalDate())
                    .toList();
            assertThat(days)
                    .as(where + " at " + at)
                    .isEqualTo(from.datesUntil(until).toList());
        }
    }

    @Test
    void atATimeThatIsSkippedItIsAsMuchLaterAsTheClocks() {
        Schedule schedule = new Schedule.Daily(LocalTime.of(2, 30));
        assertThat(schedule.after(Instant.parse("2026-03-28T12:00:00Z"), MADRID))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void atATimeThatComesTwiceItIsTheFirst() {
        Schedule schedule = new Schedule.Daily(LocalTime.of(2, 30));
        Instant first = schedule.after(Instant.parse("2026-10-24T12:00:00Z"), MADRID);
        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(schedule.after(first, MADRID)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void aShortMonthHasItOnItsLastDay() {
        Schedule schedule = new Schedule.Monthly(30, LocalTime.NOON);
        assertThat(moments(schedule, ZoneId.of("UTC"), LocalDate.of(2028, 1, 1), LocalDate.of(2028, 5, 1)))
                .extracting(moment -> moment.toString().substring(0, 10))
                .containsExactly("2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30");
        assertThat(schedule.from(LocalDate.of(2027, 2, 1))).isEqualTo("2027-02-28");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Monthly(0, LocalTime.NOON));
    }

    @Test
    void aWeekHasItOnItsDay() {
        assertThat(new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.NOON)
                        .after(Instant.parse("2026-03-02T12:00:00Z"), ZoneId.of("UTC")))
                .isEqualTo("2026-03-09T12:00:00Z");
    }
}
