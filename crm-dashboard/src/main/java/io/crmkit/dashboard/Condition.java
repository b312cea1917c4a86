package io.crmkit.dashboard;

import io.crmkit.ai.Sentiment;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the builder of smart lists.
 *
 * @param not whether it must not be so
 * @param value as it was typed; empty where the kind has none
 */
record Condition(Kind kind, boolean not, String value) {
    private static final Set<AppointmentStatus> AHEAD =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED, AppointmentStatus.RESCHEDULED);

    /** What a line can ask. */
    enum Kind {
        STATUS,
        TAG,
        SILENT,
        NEW,
        INTERACTIONS,
        VISITS,
        NO_SHOWS,
        BOOKED_AHEAD,
        SPENT,
        WAITS,
        CALLED,
        MOOD,
        SEGMENT
    }

    /** Empty if it makes no sense. */
    Optional<Criterion> criterion(String currency) {
        try {
            return plain(currency).map(one -> not ? Criterion.not(one) : one);
        } catch (IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }

    private Optional<Criterion> plain(String currency) {
        return switch (kind) {
            case STATUS -> Given.oneOf(ContactStatus.class, value).map(Criterion::status);
            case TAG -> Optional.of(tagged(new Tag(Tag.Category.OWN, value).name()));
            case SILENT -> number().map(Criterion.SilentFor::new);
            case NEW -> number().map(Criterion.NewFor::new);
            case INTERACTIONS ->
                number().map(least -> new Criterion.Counted(Criterion.Counter.INTERACTIONS, least, Integer.MAX_VALUE));
            case VISITS -> number().map(least -> appointments(AppointmentStatus.ATTENDED, least));
            case NO_SHOWS -> number().map(least -> appointments(AppointmentStatus.NO_SHOW, least));
            case BOOKED_AHEAD ->
                Optional.of(new Dealt.Appointments(
                        AHEAD, new Window(new Window.Moment.InDays(0), null), 1, Integer.MAX_VALUE));
            case SPENT ->
                Optional.of(new Dealt.Amount(Dealt.Sum.SPEND, currency, new BigDecimal(value.replace(',', '.')), null));
            case WAITS -> number().map(hours -> new Talked.Awaits(Duration.ofHours(hours)));
            case CALLED -> Optional.of(new Talked.Called());
            case MOOD -> Given.oneOf(Sentiment.class, value).map(mood -> new Known.Feels(Set.of(mood)));
            case SEGMENT -> Optional.of(new Known.In(SegmentKey.of(value)));
        };
    }

    private Optional<Integer> number() {
        return Given.number(value, 0, 36_500);
    }

    private static Criterion tagged(String name) {
        return new Criterion.Any(EnumSet.allOf(Tag.Category.class).stream()
                .map(category -> (Criterion) new Criterion.Tagged(new Tag(category, name)))
                .toList());
    }

    private static Criterion appointments(AppointmentStatus status, int least) {
        return new Dealt.Appointments(EnumSet.of(status), Window.EVER, least, Integer.MAX_VALUE);
    }

    /** The line that asks this; empty if no line does. */
    static Optional<Condition> of(Criterion criterion, String currency) {
        if (criterion instanceof Criterion.Not not) {
            return of(not.one(), currency).filter(one -> !one.not).map(one -> new Condition(one.kind, true, one.value));
        }
        return guess(criterion).filter(line -> line.criterion(currency).equals(Optional.of(criterion)));
    }

    private static Optional<Condition> guess(Criterion criterion) {
        if (criterion instanceof Criterion.HasStatus has && has.any().size() == 1) {
            return line(Kind.STATUS, has.any().iterator().next().name());
        } else if (criterion instanceof Criterion.Any any
                && !any.of().isEmpty()
                && any.of().get(0) instanceof Criterion.Tagged tagged) {
            return line(Kind.TAG, tagged.tag().name());
        } else if (criterion instanceof Criterion.SilentFor silent) {
            return line(Kind.SILENT, silent.days());
        } else if (criterion instanceof Criterion.NewFor fresh) {
            return line(Kind.NEW, fresh.days());
        } else if (criterion instanceof Criterion.Counted counted) {
            return line(Kind.INTERACTIONS, counted.atLeast());
        } else if (criterion instanceof Dealt.Appointments some) {
            return some.any().equals(AHEAD)
                    ? line(Kind.BOOKED_AHEAD, "")
                    : line(
                            some.any().contains(AppointmentStatus.ATTENDED) ? Kind.VISITS : Kind.NO_SHOWS,
                            some.atLeast());
        } else if (criterion instanceof Dealt.Amount amount && amount.over() != null) {
            return line(Kind.SPENT, amount.over().toPlainString());
        } else if (criterion instanceof Talked.Awaits awaits) {
            return line(Kind.WAITS, awaits.atLeast().toHours());
        } else if (criterion instanceof Talked.Called) {
            return line(Kind.CALLED, "");
        } else if (criterion instanceof Known.Feels feels && feels.any().size() == 1) {
            return line(Kind.MOOD, feels.any().iterator().next().name());
        } else if (criterion instanceof Known.In in) {
            return line(Kind.SEGMENT, in.segment().value());
        }
        return Optional.empty();
    }

    private static Optional<Condition> line(Kind kind, Object value) {
        return Optional.of(new Condition(kind, false, value.toString()));
    }

    /** Without the value, which may be personal. */
    @Override
    public String toString() {
        return "Condition[" + kind.name().toLowerCase(Locale.ROOT) + "]";
    }
}
