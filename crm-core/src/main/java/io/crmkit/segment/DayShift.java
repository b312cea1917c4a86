package io.crmkit.segment;

import io.crmkit.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same time of day so many days from a time, by a calendar in which clocks are put forward and back. As the time goes
 * on, what it comes to goes on with it, but for leaps where clocks are changed at either end.
 */
record DayShift(TenantSettings settings, int days) {
    /** No clock was ever changed by more, and no day is missing from a calendar without a transition in it. */
    private static final Duration AROUND = Duration.ofHours(50);

    Instant of(Instant at) {
        return settings.daysAgo(at, -days);
    }

    /** Every time at which what it comes to may reach or leave a time: before each it is on one side of it throughout. */
    SortedSet<Instant> reaches(Instant end) {
        Instant about = end.minus(Duration.ofDays(days));
        SortedSet<Instant> starts = leaps(about, end);
        starts.add(about.minus(AROUND));
        SortedSet<Instant> moments = new TreeSet<>();
        for (Instant start : starts) {
            moments.add(start);
            Instant meets = start.plus(Duration.between(of(start), end));
            if (meets.isAfter(start) && of(meets).equals(end)) {
                moments.add(meets);
            }
        }
        moments.remove(about.minus(AROUND));
        return moments;
    }

    private SortedSet<Instant> leaps(Instant about, Instant end) {
        SortedSet<Instant> leaps = new TreeSet<>();
        ZoneId zone = settings.zone();
        for (ZoneOffsetTransition transition : around(about)) {
            leaps.add(transition.getInstant());
        }
        for (ZoneOffsetTransition transition : around(end)) {
            leaps.add(transition.getInstant().minus(Duration.ofDays(days)));
            for (LocalDateTime local :
                    new LocalDateTime[] {transition.getDateTimeBefore(), transition.getDateTimeAfter()}) {
                LocalDateTime then = local.minusDays(days);
                for (ZoneOffset offset : zone.getRules().getValidOffsets(then)) {
                    leaps.add(then.toInstant(offset));
                }
                leaps.add(then.atZone(zone).toInstant());
            }
        }
        return leaps;
    }

    private SortedSet<ZoneOffsetTransition> around(Instant at) {
        SortedSet<ZoneOffsetTransition> transitions = new TreeSet<>();
        ZoneOffsetTransition next =
                settings.zone().getRules().nextTransition(at.minus(AROUND).minus(AROUND));
        while (next != null && next.getInstant().isBefore(at.plus(AROUND).plus(AROUND))) {
            transitions.add(next);
            next = settings.zone().getRules().nextTransition(next.getInstant());
        }
        return transitions;
    }
}
