package io.crmkit.capture;

import io.crmkit.StorageUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The captures of one tenant, one transaction after the other. One caller at a time leads: it commits what waits, its
 * own first, and hands the lead to the first of those who came meanwhile.
 */
final class Lane {
    private final int limit;
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private boolean led;

    Lane(int limit) {
        this.limit = limit;
    }

    /** One caller's events, and in the end what became of them. */
    private static final class Ticket {
        final List<InboundEvent> events;
        final Semaphore turn = new Semaphore(0);
        private volatile @Nullable List<Outcome> outcomes;
        private volatile @Nullable Throwable failure;

        Ticket(List<InboundEvent> events) {
            this.events = events;
        }

        boolean done() {
            return outcomes != null || failure != null;
        }

        void succeed(List<Outcome> result) {
            outcomes = List.copyOf(result);
        }

        void fail(Throwable cause) {
            failure = cause;
        }

        List<Outcome> result() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            return Objects.requireNonNull(outcomes);
        }
    }

    List<Outcome> capture(List<InboundEvent> events, Function<List<InboundEvent>, List<Outcome>> transaction) {
        Ticket mine = new Ticket(events);
        if (!leads(mine)) {
            mine.turn.acquireUninterruptibly();
        }
        if (!mine.done()) {
            List<Ticket> group = group();
            try {
                serve(group, transaction);
            } finally {
                handOn(group, mine);
            }
        }
        return mine.result();
    }

    /** How many wait for a transaction to begin. */
    synchronized int waitingNow() {
        return waiting.size();
    }

    private synchronized boolean leads(Ticket mine) {
        waiting.add(mine);
        boolean first = !led;
        led = true;
        return first;
    }

    /** The first waiting tickets, as many as share a transaction; the leader's own is the first of them. */
    private synchronized List<Ticket> group() {
        List<Ticket> group = new ArrayList<>();
        int events = 0;
        while (!waiting.isEmpty()
                && (group.isEmpty() || events + waiting.element().events.size() <= limit)) {
            Ticket ticket = waiting.remove();
            events += ticket.events.size();
            group.add(ticket);
        }
        return group;
    }

    private synchronized void handOn(List<Ticket> group, Ticket leader) {
        group.stream().filter(ticket -> ticket != leader).forEach(ticket -> ticket.turn.release());
        Ticket next = waiting.peek();
        if (next == null) {
            led = false;
        } else {
            next.turn.release();
        }
    }

    /** A transaction that fails is halved, so that what is bad fails alone; not so when the storage is away. */
    private static void serve(List<Ticket> group, Function<List<InboundEvent>, List<Outcome>> transaction) {
        try {
            distribute(
                    group,
                    transaction.apply(
                            group.stream().flatMap(t -> t.events.stream()).toList()));
        } catch (StorageUnavailable away) {
            group.forEach(ticket -> ticket.fail(away));
        } catch (RuntimeException failure) {
            if (group.size() == 1) {
                group.get(0).fail(failure);
            } else {
                serve(group.subList(0, group.size() / 2), transaction);
                serve(group.subList(group.size() / 2, group.size()), transaction);
            }
        } catch (Error fatal) {
            group.stream().filter(ticket -> !ticket.done()).forEach(ticket -> ticket.fail(fatal));
        }
    }

    private static void distribute(List<Ticket> group, List<Outcome> outcomes) {
        int from = 0;
        for (Ticket ticket : group) {
            ticket.succeed(outcomes.subList(from, from + ticket.events.size()));
            from += ticket.events.size();
        }
    }
}
