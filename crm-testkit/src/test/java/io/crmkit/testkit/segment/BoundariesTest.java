package io.crmkit.testkit.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.Clockwork;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.Window;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days are the tenant's calendar days, to the second, wherever clocks are put forward or back. */
@Requirement({"SEG-1", "SEG-6"})
class BoundariesTest {
    private static AsOf in(String zone) {
        return new AsOf(Instant.EPOCH, TenantSettings.DEFAULT.withZone(ZoneId.of(zone)));
    }

    private static Instant local(String zone, String at) {
        return LocalDateTime.parse(at).atZone(ZoneId.of(zone)).toInstant();
    }

    private static boolean holds(AsOf asOf, Criterion criterion, ContactFacts facts, Instant at) {
        return new Fulfilment(asOf.at(at)).of(criterion, facts);
    }

    /** It holds, or ceases to, exactly at a second, and the clock is known to do so. */
    private static void turns(
            AsOf asOf, Criterion criterion, ContactFacts facts, Instant at, boolean before, boolean inclusive) {
        assertThat(holds(asOf, criterion, facts, at.minusSeconds(1))).isEqualTo(before);
        assertThat(holds(asOf, criterion, facts, at)).isEqualTo(inclusive != before);
        assertThat(holds(asOf, criterion, facts, at.plusSeconds(1))).isEqualTo(!before);
        assertThat(new Clockwork(asOf.at(at.minusSeconds(1))).next(criterion, facts))
                .contains(inclusive ? at : at.plus(1, ChronoUnit.MICROS));
    }

    private static final List<String> AT_RISK = List.of(
            // An ordinary day, the end of a year, leap days.
            "America/Argentina/Buenos_Aires 2026-03-02T10:00:00 2026-05-01T10:00:00",
            "America/Argentina/Buenos_Aires 2025-11-15T23:59:59 2026-01-14T23:59:59",
            "America/Argentina/Buenos_Aires 2028-02-29T12:00:00 2028-04-29T12:00:00",
            "America/Sao_Paulo 2027-12-31T12:00:00 2028-02-29T12:00:00",
            // São Paulo put its clocks forward on 4 November 2018, and back on 17 February 2019.
            "America/Sao_Paulo 2018-10-01T09:30:00 2018-11-30T09:30:00",
            "America/Sao_Paulo 2018-12-20T09:30:00 2019-02-18T09:30:00",
            // Tijuana: forward on 8 March 2026, back on 1 November.
            "America/Tijuana 2026-02-01T10:00:00 2026-04-02T10:00:00",
            "America/Tijuana 2026-09-15T10:00:00 2026-11-14T10:00:00",
            "America/Tijuana 2026-12-31T23:59:59 2027-03-01T23:59:59");

    @Test
    void whoWroteIsAtRiskOnTheSixtiethDayAtTheSameTimeOfDay() {
        for (String line : AT_RISK) {
            String[] part = line.split(" ");
            turns(
                    in(part[0]),
                    AutomaticSegment.AT_RISK.criterion(TenantSettings.DEFAULT),
                    Someone.whoWrote(local(part[0], part[1])),
                    local(part[0], part[2]),
                    false,
                    true);
        }
    }

    private static final List<String> NEW_AND_ACTIVE = List.of(
            "America/Argentina/Buenos_Aires 2026-12-15T08:00:00 2026-12-22T08:00:00 2027-01-14T08:00:00",
            "America/Sao_Paulo 2028-02-22T08:00:00 2028-02-29T08:00:00 2028-03-23T08:00:00",
            "America/Tijuana 2026-03-05T08:00:00 2026-03-12T08:00:00 2026-04-04T08:00:00",
            "America/Tijuana 2026-10-30T08:00:00 2026-11-06T08:00:00 2026-11-29T08:00:00");

    @Test
    void whoWroteIsActiveForSevenDaysAndNewForThirty() {
        for (String line : NEW_AND_ACTIVE) {
            String[] part = line.split(" ");
            AsOf asOf = in(part[0]);
            ContactFacts facts = Someone.whoWrote(local(part[0], part[1]));
            Criterion active = AutomaticSegment.ACTIVE.criterion(TenantSettings.DEFAULT);
            Criterion fresh = AutomaticSegment.NEW.criterion(TenantSettings.DEFAULT);
            turns(asOf, active, facts, local(part[0], part[2]), true, false);
            turns(asOf, fresh, facts, local(part[0], part[3]), true, false);
        }
    }

    @Test
    void aTimeOfDayThatClocksLeaveOutCountsAsTheNextThereIs() {
        // 02:30 does not exist on 8 March 2026 in Tijuana; it is read as 03:30.
        Instant wrote = local("America/Tijuana", "2026-03-08T03:30:00");
        ContactFacts facts = Someone.whoWrote(wrote);
        turns(
                in("America/Tijuana"),
                Criterion.silentFor(7),
                facts,
                local("America/Tijuana", "2026-03-15T02:30:00"),
                false,
                true);
    }

    @Test
    void whoeverWaitsIsFollowedUpAfterSoLongWhateverClocksDo() {
        // Four hours over the night in which Tijuana's clocks go back.
        Instant wrote = Instant.parse("2026-11-01T06:30:00Z");
        turns(
                in("America/Tijuana"),
                AutomaticSegment.NEEDS_FOLLOW_UP.criterion(TenantSettings.DEFAULT),
                Someone.waitingSince(wrote),
                Instant.parse("2026-11-01T10:30:00Z"),
                false,
                true);
    }

    @Test
    void anAppointmentAheadIsLeftBehindWhenItBegins() {
        Instant start = local("America/Argentina/Buenos_Aires", "2027-01-01T00:00:00");
        Criterion ahead =
                new Dealt.Appointments(Set.of(AppointmentStatus.BOOKED), Window.nextDays(7), 1, Integer.MAX_VALUE);
        ContactFacts facts = Someone.booked(AppointmentStatus.BOOKED, start);
        AsOf asOf = in("America/Argentina/Buenos_Aires");
        turns(asOf, ahead, facts, start.minus(7, ChronoUnit.DAYS), false, false);
        turns(asOf, ahead, facts, start, true, false);
    }
}
