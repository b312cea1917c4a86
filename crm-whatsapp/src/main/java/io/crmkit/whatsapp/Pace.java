package io.crmkit.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds to what the platform allows: so many messages a second from a number, and to one recipient one in six seconds, of
 * which 45 may be sent ahead. Of what it says to wait longer for each time, it remembers how often. Thread-safe; each
 * application keeps its own.
 */
final class Pace {
    private static final Duration PAIR = Duration.ofSeconds(6);
    private static final int AHEAD = 45;

    /** So many recipients are remembered: those met last. */
    private static final int MOST = 100_000;

    private static final int STEPS = 6;

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, Line> pairs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Line> eldest) {
            return size() > MOST;
        }
    };

    /** When the next message would be due if they went evenly, before when none goes, and how often it was told to wait. */
    private record Line(Instant next, Instant notBefore, int waits) {
        static final Line FREE = new Line(Instant.MIN, Instant.MIN, 0);

        /** When one more may go. */
        Instant free(Duration ahead) {
            Instant even = next.equals(Instant.MIN) ? next : next.minus(ahead);
            return even.isAfter(notBefore) ? even : notBefore;
        }

        Line taken(Instant at, Duration each) {
            return new Line((next.isAfter(at) ? next : at).plus(each), notBefore, waits);
        }

        Line waiting(Instant until) {
            return new Line(next, until, waits + 1);
        }
    }

    /** Takes a place for a message; how long to wait until it may go. If that is longer than so long, none is taken. */
    synchronized Duration take(WhatsAppNumber number, String recipient, Instant now, Duration longest) {
        Duration each = Duration.ofNanos(1_000_000_000L / number.perSecond() + 1);
        String pair = number.phoneNumberId() + " " + recipient;
        Line line = lines.getOrDefault(number.phoneNumberId(), Line.FREE);
        Line own = pairs.getOrDefault(pair, Line.FREE);
        Instant free = line.free(Duration.ZERO);
        Instant ownFree = own.free(PAIR.multipliedBy(AHEAD - 1));
        Instant at = free.isAfter(ownFree) ? free : ownFree;
        Instant going = at.isAfter(now) ? at : now;
        Duration wait = Duration.between(now, going);
        if (wait.compareTo(longest) <= 0) {
            lines.put(number.phoneNumberId(), line.taken(going, each));
            pairs.put(pair, own.taken(going, PAIR));
        }
        return wait;
    }

    /** How long to wait now that the platform says so: 4, 16, 64… seconds, each time longer until one went well. */
    synchronized Duration backOff(WhatsAppNumber number, String recipient, boolean everybody) {
        Line line = everybody
                ? lines.getOrDefault(number.phoneNumberId(), Line.FREE)
                : pairs.getOrDefault(number.phoneNumberId() + " " + recipient, Line.FREE);
        return Duration.ofSeconds(1L << 2 * Math.min(line.waits() + 1, STEPS));
    }

    /** Nothing goes before then, from the number or to the recipient. */
    synchronized void hold(WhatsAppNumber number, String recipient, boolean everybody, Instant until) {
        if (everybody) {
            lines.merge(number.phoneNumberId(), Line.FREE.waiting(until), (line, one) -> line.waiting(until));
        } else {
            pairs.merge(
                    number.phoneNumberId() + " " + recipient,
                    Line.FREE.waiting(until),
                    (line, one) -> line.waiting(until));
        }
    }

    /** One went well: what is told to wait next waits shortly again. */
    synchronized void well(WhatsAppNumber number, String recipient) {
        lines.computeIfPresent(number.phoneNumberId(), (id, line) -> new Line(line.next(), line.notBefore(), 0));
        pairs.computeIfPresent(
                number.phoneNumberId() + " " + recipient, (id, line) -> new Line(line.next(), line.notBefore(), 0));
    }
}
