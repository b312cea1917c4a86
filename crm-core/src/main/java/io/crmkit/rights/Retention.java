package io.crmkit.rights;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long a tenant keeps what. What is not named is kept until somebody removes it. Immutable.
 *
 * @param keep at least a day each
 * @since 0.1
 */
public record Retention(Map<Kind, Duration> keep) {
    /** Updates wait 30 days for their message; nothing else ever goes. */
    public static final Retention DEFAULT = new Retention(Map.of(Kind.PENDING_UPDATES, Duration.ofDays(30)));

    /** What can be kept for a time. */
    public enum Kind {
        /** Updates whose message never came, since they were received; they are set aside. */
        PENDING_UPDATES,
        /** What was set aside, since it was received; it is forgotten. */
        SET_ASIDES,
        /** Contacts something happened with, since it did; they are erased. */
        SILENT_CONTACTS,
        /** What people asked for, since it was closed; it is forgotten. */
        CLOSED_REQUESTS,
        /** What the audit has that is sealed, since it was recorded; it is removed, and the chain begins behind it. */
        AUDIT
    }

    public Retention {
        keep = Map.copyOf(keep);
        keep.forEach((kind, time) -> {
            if (time.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException(kind + " is kept for at least a day");
            }
        });
    }

    /** With a kind kept so long. */
    public Retention keeping(Kind kind, Duration time) {
        Map<Kind, Duration> more = new EnumMap<>(Kind.class);
        more.putAll(keep);
        more.put(kind, time);
        return new Retention(more);
    }
}
