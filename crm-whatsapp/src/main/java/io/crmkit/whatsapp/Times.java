package io.crmkit.whatsapp;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The provider's times in one change: seconds, as text or as a number. What has no time of its own is given the latest
 * of the change.
 */
final class Times {
    /** The last second of the year 9999; whatever is later is in another unit or no time. */
    private static final long LAST = 253_402_300_799L;

    private final JsonNode value;
    private @Nullable Optional<Instant> latest;

    Times(JsonNode value) {
        this.value = value;
    }

    Optional<Instant> of(JsonNode item) {
        Optional<Instant> own = read(item.path("timestamp"));
        return own.isPresent() ? own : latest();
    }

    Optional<Instant> latest() {
        if (latest == null) {
            latest = latest(value);
        }
        return latest;
    }

    private static Optional<Instant> latest(JsonNode node) {
        Optional<Instant> latest = read(node.path("timestamp"));
        for (JsonNode child : node.values()) {
            if (child.isContainer()) {
                latest = later(latest, latest(child));
            }
        }
        return latest;
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().isBefore(other.get()) ? other : one;
    }

    private static Optional<Instant> read(JsonNode timestamp) {
        long seconds = -1;
        if (timestamp.isNumber()) {
            seconds = (long) timestamp.doubleValue(-1);
        } else if (timestamp.isString()) {
            seconds = seconds(timestamp.stringValue("").strip());
        }
        return seconds > 0 && seconds <= LAST ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    private static long seconds(String text) {
        boolean whole = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(Text::digit);
        return whole ? Long.parseLong(text) : -1;
    }
}
