package io.crmkit.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, from one moment on and before another.
 *
 * @param from null for any
 * @param until null for any
 * @since 0.1
 */
public record Window(@Nullable Moment from, @Nullable Moment until) {
    /** Whenever, and also without a time. */
    public static final Window EVER = new Window(null, null);

    /** A moment, fixed or as the clock goes on. */
    public sealed interface Moment {
        /** Fixed, to the microsecond. */
        record At(Instant instant) implements Moment {
            public At {
                instant = instant.truncatedTo(ChronoUnit.MICROS);
            }
        }

        /**
         * The same time of day so many days from now, by the tenant's calendar.
         *
         * @param days from -36,500 to 36,500; negative for days ago, 0 for now
         */
        record InDays(int days) implements Moment {
            public InDays {
                if (days < -36_500 || days > 36_500) {
                    throw new IllegalArgumentException("days must be -36,500 to 36,500");
                }
            }
        }
    }

    /** Up to so many days ago. */
    public static Window lastDays(int days) {
        return new Window(new Moment.InDays(-days), new Moment.InDays(0));
    }

    /** Now and less than so many days from now. */
    public static Window nextDays(int days) {
        return new Window(new Moment.InDays(0), new Moment.InDays(days));
    }

    /** From a fixed time on and before another; null for any. */
    public static Window between(@Nullable Instant from, @Nullable Instant until) {
        return new Window(from == null ? null : new Moment.At(from), until == null ? null : new Moment.At(until));
    }

    /** Whether a time lies in it. */
    boolean holds(@Nullable Instant at, AsOf asOf) {
        if (equals(EVER)) {
            return true;
        }
        return at != null
                && (from == null || !at.isBefore(asOf.at(from)))
                && (until == null || at.isBefore(asOf.at(until)));
    }
}
