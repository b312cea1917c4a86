package io.crmkit.interaction;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message's way to its reader: a function of the set of statuses, whatever order they came in.
 *
 * <p>The highest of sent, delivered, read, played counts. A failure counts unless a delivery is later than it; its
 * error is kept in either case.
 *
 * @param reached the highest state short of failure
 * @param reachedAt the earliest time that state was reported; null while pending
 * @param arrivedAt the latest time any of delivered, read, played was reported
 * @param failedAt the latest time a failure was reported
 * @param error what the latest failure said
 * @since 0.1
 */
public record Delivery(
        DeliveryState reached,
        @Nullable Instant reachedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant failedAt,
        @Nullable ProviderError error) {

    private static final Comparator<ProviderError> ERROR_ORDER = Comparator.comparingInt(ProviderError::code)
            .thenComparing(ProviderError::title)
            .thenComparing(ProviderError::details);

    /** Not of the business: it has arrived by being here. */
    public static final Delivery RECEIVED = new Delivery(DeliveryState.RECEIVED, null, null, null, null);

    /** A message of the business of which nothing was heard yet. */
    public static final Delivery PENDING = new Delivery(DeliveryState.PENDING, null, null, null, null);

    /** What counts now. */
    public DeliveryState state() {
        boolean failed = failedAt != null && (arrivedAt == null || !arrivedAt.isAfter(failedAt));
        return failed ? DeliveryState.FAILED : reached;
    }

    /** This and one more report. */
    Delivery and(StatusReached status) {
        return status.state() == DeliveryState.FAILED ? failed(status) : reached(status);
    }

    private Delivery reached(StatusReached status) {
        Instant at = status.at();
        boolean arrival = status.state().compareTo(DeliveryState.DELIVERED) >= 0;
        Instant arrived = arrival ? later(arrivedAt, at) : arrivedAt;
        int rank = status.state().compareTo(reached);
        if (rank < 0) {
            return new Delivery(reached, reachedAt, arrived, failedAt, error);
        }
        Instant first = rank > 0 || reachedAt == null || at.isBefore(reachedAt) ? at : reachedAt;
        return new Delivery(status.state(), first, arrived, failedAt, error);
    }

    private Delivery failed(StatusReached status) {
        int age = failedAt == null ? 1 : status.at().compareTo(failedAt);
        boolean newer = age > 0 || age == 0 && error != null && ERROR_ORDER.compare(status.error(), error) > 0;
        return newer ? new Delivery(reached, reachedAt, arrivedAt, status.at(), status.error()) : this;
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }
}
