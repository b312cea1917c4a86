package io.crmkit.capture;

import java.util.List;

/**
 * What became of each event of one call, in the order given.
 *
 * @since 0.1
 */
public record CaptureReceipt(List<Outcome> outcomes) {
    public CaptureReceipt {
        outcomes = List.copyOf(outcomes);
    }

    /** How many became new entries of a timeline. */
    public long captured() {
        return outcomes.stream().filter(Outcome.Captured.class::isInstance).count();
    }

    /** How many were kept aside. */
    public long keptAside() {
        return outcomes.stream().filter(Outcome.KeptAside.class::isInstance).count();
    }
}
