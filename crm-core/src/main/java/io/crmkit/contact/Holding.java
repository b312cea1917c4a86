package io.crmkit.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an identifier for a while: a recycled number belongs to each holder for their time.
 *
 * @param until the last instant of it; null while it lasts
 * @param holder null if nobody is known
 * @param <P> what stands for a person
 * @since 0.1
 */
public record Holding<P>(@Nullable Instant until, @Nullable P holder) {
    /** Whether it still holds at that time, given that it began before. */
    public boolean covers(Instant at) {
        return until == null || !at.isAfter(until);
    }
}
