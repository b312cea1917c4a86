package io.crmkit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is set. Thread-safe.
 *
 * @since 0.1
 */
public final class FixedClock implements InstantSource {
    private volatile Instant now;

    private FixedClock(Instant now) {
        this.now = now;
    }

    public static FixedClock at(Instant now) {
        return new FixedClock(now);
    }

    /** Reads an instant in ISO-8601. */
    public static FixedClock at(String now) {
        return new FixedClock(Instant.parse(now));
    }

    public void set(Instant time) {
        now = time;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
