package io.crmkit.segment;

import io.crmkit.segment.Criterion.All;
import io.crmkit.segment.Criterion.Any;
import io.crmkit.segment.Criterion.FirstContact;
import io.crmkit.segment.Criterion.HasStatus;
import io.crmkit.segment.Criterion.LastContact;
import io.crmkit.segment.Criterion.NewFor;
import io.crmkit.segment.Criterion.Not;
import io.crmkit.segment.Criterion.SilentFor;
import io.crmkit.segment.Window.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the clock alone does to whether a contact fulfils a criterion, as long as nothing else changes.
 *
 * @since 0.1
 */
public record Clockwork(AsOf asOf) {
    /**
     * The first moment after now, to the microsecond, from which on the answer is another one; empty if it stays as it is
     * for ever.
     */
    public Optional<Instant> next(Criterion criterion, ContactFacts facts) {
        boolean now = new Fulfilment(asOf).of(criterion, facts);
        for (Instant at : moments(criterion, facts)) {
            if (new Fulfilment(asOf.at(at)).of(criterion, facts) != now) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** All moments after now at which a part of the criterion may change its answer, in order; between them none does. */
    SortedSet<Instant> moments(Criterion criterion, ContactFacts facts) {
        SortedSet<Instant> moments = new TreeSet<>();
        add(moments, criterion, facts);
        return moments.tailSet(asOf.now().plusNanos(1));
    }

    private void add(SortedSet<Instant> moments, Criterion criterion, ContactFacts facts) {
        if (criterion instanceof All all) {
            all.of().forEach(each -> add(moments, each, facts));
        } else if (criterion instanceof Any any) {
            any.of().forEach(each -> add(moments, each, facts));
        } else if (criterion instanceof Not not) {
            add(moments, not.one(), facts);
        } else if (criterion instanceof Known.In in) {
            add(moments, asOf.criterion(in.segment()), facts);
        } else if (criterion instanceof HasStatus) {
            passed(moments, facts.summary().activity().last(), -asOf.settings().inactiveAfter());
        } else if (criterion instanceof NewFor fresh) {
            passed(moments, facts.summary().activity().first(), -fresh.days());
        } else if (criterion instanceof SilentFor silent) {
            reached(moments, facts.summary().activity().last(), -silent.days());
        } else if (criterion instanceof FirstContact first) {
            window(moments, first.at(), facts.summary().activity().first());
        } else if (criterion instanceof LastContact last) {
            window(moments, last.at(), facts.summary().activity().last());
        } else if (criterion instanceof Dealt.Appointments appointments) {
            facts.trade().visits().stream()
                    .filter(visit -> appointments.any().contains(visit.status()))
                    .forEach(visit -> window(moments, appointments.starts(), visit.start()));
        } else if (criterion instanceof Talked talked) {
            talked(moments, talked, facts.talk());
        }
    }

    private void talked(SortedSet<Instant> moments, Talked criterion, ContactFacts.Talk talk) {
        if (criterion instanceof Talked.Awaits awaits) {
            talk.open().stream()
                    .flatMap(attention -> attention.waitingSince().stream())
                    .map(since -> since.plus(awaits.atLeast()))
                    .forEach(moments::add);
        } else if (criterion instanceof Talked.FirstWrote first) {
            window(moments, first.at(), talk.firstWrote());
        } else if (criterion instanceof Talked.LastWrote last) {
            window(moments, last.at(), talk.lastWrote());
        } else if (criterion instanceof Talked.Happened happened) {
            talk.events().stream()
                    .filter(event -> happened.any().contains(event.kind()))
                    .forEach(event -> window(moments, happened.at(), event.at()));
        }
    }

    private void window(SortedSet<Instant> moments, Window window, @Nullable Instant at) {
        passed(moments, window.from(), at);
        passed(moments, window.until(), at);
    }

    private void passed(SortedSet<Instant> moments, @Nullable Moment moment, @Nullable Instant at) {
        if (moment instanceof Moment.InDays relative) {
            passed(moments, at, relative.days());
        }
    }

    /** Whenever the day so many days from now goes past a time. */
    private void passed(SortedSet<Instant> moments, @Nullable Instant at, int days) {
        reached(moments, at == null ? null : at.plus(1, ChronoUnit.MICROS), days);
    }

    /** Whenever the day so many days from now reaches a time. */
    private void reached(SortedSet<Instant> moments, @Nullable Instant at, int days) {
        if (at != null) {
            moments.addAll(new DayShift(asOf.settings(), days).reaches(at));
        }
    }
}
