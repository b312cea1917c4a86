package io.crmkit.event;

import io.crmkit.CrmException;
import io.crmkit.Storage;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is on its way of one contact, to each subscriber in order. What was delivered is written down after it
 * was: who dies in between delivers it again. Thread-safe.
 */
public final class Delivery implements DueTask {
    /** More than an hour, with what {@link #backOff} waits. */
    static final int ATTEMPTS = 16;

    private static final int PAGE = 50;

    /** As long as the lease of due work. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    /** Well within it, so that nobody else delivers the same at the same time. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Storage storage;
    private final Map<String, Subscriber> subscribers;
    private final Duration kept;
    private final InstantSource clock;

    /** @param kept how long what was delivered is kept, to be delivered again if somebody wants it */
    public Delivery(Storage storage, Map<String, Subscriber> subscribers, Duration kept, InstantSource clock) {
        this.storage = storage;
        this.subscribers = Map.copyOf(subscribers);
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        ContactId stream = new ContactId(claim.subject());
        Instant begun = now();
        Instant until = begun.plus(HOLD);
        Letters.Hold hold = storage.within(tenant, work -> work.letters().hold(stream, begun, until));
        if (hold != Letters.Hold.MINE) {
            // Whoever delivers may have looked before there was more.
            return hold == Letters.Hold.NO_STREAM ? new Result.Done() : new Result.Later(begun.plus(SOON));
        }
        Instant next = null;
        for (String name : subscribers.keySet()) {
            next = earlier(next, deliver(tenant, stream, name, begun.plus(LONGEST)));
        }
        Letters.Rest rest = storage.within(
                tenant, work -> work.letters().finish(stream, until, now().minus(kept), subscribers.keySet()));
        if (rest.unserved()) {
            next = earlier(next, now().plus(LONGEST_WAIT));
        }
        next = earlier(next, rest.delivered().map(at -> at.plus(kept)).orElse(null));
        return next == null ? new Result.Done() : new Result.Later(next);
    }

    /** When to go on; null if there is nothing to go on with. */
    private @Nullable Instant deliver(TenantId tenant, ContactId stream, String name, Instant until) {
        while (true) {
            List<Letter> letters = storage.within(tenant, work -> work.letters().waiting(stream, name, PAGE));
            Round round = round(letters, until);
            if (!round.settled().isEmpty()) {
                storage.within(tenant, work -> {
                    work.letters().settle(round.settled());
                    return stream;
                });
            }
            if (letters.isEmpty() || round.stuck()) {
                return round.next();
            }
        }
    }

    /**
     * What came of trying some letters.
     *
     * @param stuck whether one of them did not go, so that those behind it wait
     * @param next when it is tried again; null if somebody has to take it up
     */
    private record Round(
            List<Letter> settled, boolean stuck, @Nullable Instant next) {}

    private Round round(List<Letter> letters, Instant until) {
        List<Letter> settled = new ArrayList<>();
        for (Letter letter : letters) {
            Instant next = next(letter, until);
            if (letter.parked() || next != null) {
                return new Round(settled, true, next);
            }
            Letter tried = tried(letter);
            settled.add(tried);
            if (tried.deliveredAt() == null) {
                return new Round(settled, true, tried.parked() ? null : tried.retryAt());
            }
        }
        return new Round(settled, false, null);
    }

    /** When a letter's turn is, if that is not now and it has one. */
    private @Nullable Instant next(Letter letter, Instant until) {
        Instant now = now();
        if (letter.parked()) {
            return null;
        }
        if (now.isAfter(until)) {
            return now;
        }
        return Optional.ofNullable(letter.retryAt())
                .filter(at -> at.isAfter(now))
                .orElse(null);
    }

    private Letter tried(Letter letter) {
        Subscriber subscriber = subscribers.get(letter.subscriber());
        try {
            if (subscriber != null) {
                subscriber.on(letter.event());
            }
            return letter.delivered(now());
        } catch (RuntimeException failure) {
            int attempts = letter.attempts() + 1;
            boolean givesUp = attempts >= ATTEMPTS;
            String error = failure.getClass().getSimpleName()
                    + (failure instanceof CrmException ? ": " + failure.getMessage() : "");
            LOG.warn(
                    "Subscriber {} failed at event {} of tenant {}, attempt {}{}: {}",
                    letter.subscriber(),
                    letter.event().heading().id(),
                    letter.event().heading().tenant(),
                    attempts,
                    givesUp ? ", and the contact's events are parked" : "",
                    error);
            return letter.failed(error, now().plus(backOff(attempts)), givesUp);
        }
    }

    private static Duration backOff(int attempts) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** As precise as storage has it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
