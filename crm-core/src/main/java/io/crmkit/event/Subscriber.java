package io.crmkit.event;

/**
 * Somebody who is told after the commit, in the background: each event at least once, and of one contact in the order in
 * which things happened, whatever dies in between. The same event has the same id however often it comes.
 *
 * <p>What it throws counts as not delivered: the event is tried again, later and later, for more than an hour, and the
 * contact's next events wait behind it. Then the contact's events are parked for this subscriber, visible to
 * {@link Events}, until somebody takes them up again. Other contacts and other subscribers do not wait for it.
 *
 * <p>It answers within a minute: what takes longer than the lease of due work may be delivered by another node too.
 * Called by several threads at once, never for one contact by two of them. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Subscriber {
    void on(DomainEvent event);
}
