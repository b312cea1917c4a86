package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.Report.Destination;
import io.crmkit.report.Report.Format;
import io.crmkit.report.ReportRun;
import io.crmkit.report.ReportRun.State;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports come by themselves, each at every moment of its schedule once. */
@Requirement("EXP-4")
abstract class ReportRules extends StorageRules {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final Actor OWNER = Actor.person(CLINIC, "owner", Role.OWNER);

    private final PostRoom post = new PostRoom();
    private ZoneId zone = ZoneId.of("America/Argentina/Buenos_Aires");
    private int nodes;

    ReportRules(StorageUnderTest under) {
        super(under);
    }

    private Crm crm() {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(900 + ++nodes))
                .tenants(tenant -> TenantSettings.DEFAULT.withZone(zone))
                .reports(post)
                .carrier("post", post)
                .build();
    }

    static Report report(String key, Schedule schedule) {
        Contents everybody = new Contents.Everything(ContactQuery.of(Criterion.EVERYBODY));
        return new Report(
                key, "The list", schedule, everybody, Format.CSV, new Destination("post", List.of("ana@x.ar")));
    }

    private CrmSession planned(Crm crm, Schedule schedule) {
        CrmSession owner = crm.as(OWNER);
        owner.reports().save(report("list", schedule));
        return owner;
    }

    /** Looks after due work every half an hour of some time. */
    private void pass(Crm crm, Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofMinutes(30));
            crm.dueWork().runDue();
        }
    }

    @Test
    void aDailyReportComesOnceADay() {
        Crm crm = crm();
        CrmSession owner = planned(crm, new Schedule.Daily(EIGHT));
        pass(crm, Duration.ofDays(3));
        assertThat(post.names()).containsExactly("list-2026-04-01.csv", "list-2026-04-02.csv", "list-2026-04-03.csv");
        assertThat(owner.reports().runs("list", 9)).extracting(ReportRun::state).containsOnly(State.DELIVERED);
        ReportRun newest = owner.reports().runs("list", 9).get(0);
        assertThat(newest.plannedAt()).isEqualTo("2026-04-03T11:00:00Z");
        assertThat(newest.rows()).isEqualTo(1);
        assertThat(newest.skipped()).isZero();
        assertThat(owner.reports().all().get(0).nextAt()).isEqualTo("2026-04-04T11:00:00Z");
    }

    @Test
    void itComesOnceWhereClocksGoForwardAndBackAndOnALeapDay() {
        around("2026-03-28T12:00:00Z", "Europe/Madrid", LocalTime.of(2, 30));
        around("2026-10-24T12:00:00Z", "Europe/Madrid", LocalTime.of(2, 30));
        around("2018-11-03T15:00:00Z", "America/Sao_Paulo", LocalTime.MIDNIGHT);
        around("2018-02-17T15:00:00Z", "America/Sao_Paulo", LocalTime.of(23, 30));
        around("2026-10-31T20:00:00Z", "America/Tijuana", LocalTime.of(1, 30));
        around("2028-02-28T15:00:00Z", "America/Argentina/Buenos_Aires", LocalTime.MIDNIGHT);
    }

    private void around(String from, String where, LocalTime at) {
        zone = ZoneId.of(where);
        clock.set(Instant.parse(from));
        post.forget();
        Crm crm = crm();
        planned(crm, new Schedule.Daily(at));
        pass(crm, Duration.ofDays(2));
        assertThat(post.names())
                .as("from %s at %s in %s", from, at, where)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() {
        Crm crm = crm();
        CrmSession owner = planned(crm, new Schedule.Daily(EIGHT));
        clock.advance(Duration.ofDays(10));
        crm.dueWork().runDue();
        crm.dueWork().runDue();
        assertThat(post.names()).containsExactly("list-2026-04-10.csv");
        assertThat(owner.reports().runs("list", 9))
                .singleElement()
                .satisfies(run -> assertThat(run.skipped()).isEqualTo(9));
        pass(crm, Duration.ofDays(1));
        assertThat(post.names()).containsExactly("list-2026-04-10.csv", "list-2026-04-11.csv");
    }

    @Test
    void aWeekHasOneAndAMonthHasOneOnItsLastDayIfItIsShort() {
        Crm crm = crm();
        CrmSession owner = crm.as(OWNER);
        owner.reports().save(report("weekly", new Schedule.Weekly(DayOfWeek.MONDAY, EIGHT)));
        owner.reports().save(report("monthly", new Schedule.Monthly(31, EIGHT)));
        for (int day = 0; day < 31; day++) {
            clock.advance(Duration.ofDays(1));
            crm.dueWork().runDue();
        }
        assertThat(post.names())
                .containsExactly(
                        "weekly-2026-04-06.csv",
                        "weekly-2026-04-13.csv",
                        "weekly-2026-04-20.csv",
                        "weekly-2026-04-27.csv",
                        "monthly-2026-04-30.csv");
    }

    @Test
    void whatFailsIsTriedAgainUntilItComes() {
        Crm crm = crm();
        CrmSession owner = planned(crm, new Schedule.Daily(EIGHT));
        post.failTimes(3);
        clock.set(Instant.parse("2026-04-01T11:00:00Z"));
        crm.dueWork().runDue();
        crm.dueWork().runDue();
        assertThat(post.tries()).isEqualTo(1);
        ReportRun waiting = owner.reports().runs("list", 9).get(0);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.error()).isEqualTo("IOException");
        pass(crm, Duration.ofHours(2));
        assertThat(post.names()).containsExactly("list-2026-04-01.csv");
        assertThat(owner.reports().runs("list", 9)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.DELIVERED);
            assertThat(run.attempts()).isEqualTo(4);
            assertThat(run.error()).isNull();
        });
    }

    @Test
    void whatFailsTooOftenIsGivenUpAndTheNextOneComes() {
        Crm crm = crm();
        CrmSession owner = planned(crm, new Schedule.Daily(EIGHT));
        post.failTimes(9);
        pass(crm, Duration.ofDays(2));
        assertThat(post.names()).containsExactly("list-2026-04-02.csv");
        assertThat(owner.reports().runs("list", 9))
                .extracting(ReportRun::state)
                .containsExactly(State.DELIVERED, State.GIVEN_UP);
    }

    @Test
    void whoeverDiesAtItIsTakenOverFromAndOneFileIsThere() {
        Crm crm = crm();
        planned(crm, new Schedule.Daily(EIGHT));
        clock.set(Instant.parse("2026-04-01T11:00:00Z"));
        post.onceBrought(() -> {
            throw new StackOverflowError("the process ends here");
        });
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> crm.dueWork().runDue());
        pass(crm(), Duration.ofHours(2));
        assertThat(post.tries()).isEqualTo(2);
        assertThat(post.names()).containsExactly("list-2026-04-01.csv");
    }

    @Test
    void nobodyBeginsWithWhatSomebodyIsStillMaking() {
        Crm slow = crm();
        Crm other = crm();
        planned(slow, new Schedule.Daily(EIGHT));
        clock.set(Instant.parse("2026-04-01T11:00:00Z"));
        post.onceBrought(() -> {
            clock.advance(Duration.ofMinutes(7));
            other.dueWork().runDue();
        });
        slow.dueWork().runDue();
        pass(other, Duration.ofHours(2));
        assertThat(post.tries()).isEqualTo(1);
    }

    @Test
    void aReportPlannedAnewComesByItsNewScheduleAndOneTakenAwayNoMore() {
        Crm crm = crm();
        CrmSession owner = planned(crm, new Schedule.Daily(EIGHT));
        owner.reports().save(report("list", new Schedule.Daily(LocalTime.of(6, 0))));
        assertThat(owner.reports().all()).hasSize(1);
        pass(crm, Duration.ofHours(2));
        assertThat(post.names()).containsExactly("list-2026-04-01.csv");
        owner.reports().save(report("list", new Schedule.Weekly(DayOfWeek.FRIDAY, EIGHT)));
        pass(crm, Duration.ofDays(1));
        assertThat(post.names()).hasSize(1);
        assertThat(owner.reports().remove("list")).isTrue();
        assertThat(owner.reports().remove("list")).isFalse();
        assertThat(owner.reports().runs("list", 9)).isEmpty();
        pass(crm, Duration.ofDays(3));
        assertThat(post.names()).hasSize(1);
    }

    @Test
    @Requirement("PRV-2")
    void itIsMadeInTheNameOfWhoPlannedItAndOnlyOfThem() {
        Crm crm = crm();
        planned(crm, new Schedule.Daily(EIGHT));
        pass(crm, Duration.ofDays(1));
        assertThat(post.makers()).containsExactly("owner [OWNER] scheduled report");
        Actor agent = Actor.person(CLINIC, "u2", Role.AGENT);
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> crm.as(agent).reports().save(report("other", new Schedule.Daily(EIGHT))));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> crm.as(agent).reports().all());
    }

    @Test
    void whatNobodyHereWritesOrBringsCannotBePlanned() {
        CrmSession owner = crm().as(OWNER);
        Report figures = new Report(
                "f",
                "F",
                new Schedule.Daily(EIGHT),
                new Contents.Figures(),
                Format.CSV,
                new Destination("post", List.of()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> owner.reports().save(figures))
                .withMessageContaining("Figures as CSV");
        Report nowhere = new Report(
                "f",
                "F",
                new Schedule.Daily(EIGHT),
                new Contents.Everything(ContactQuery.of(Criterion.EVERYBODY)),
                Format.CSV,
                new Destination("pigeon", List.of()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> owner.reports().save(nowhere))
                .withMessageContaining("[post]");
        assertThat(owner.reports().all()).isEmpty();
    }
}
