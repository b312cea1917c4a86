package io.crmkit.analytics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, over many. A share of them took as long as the shortest that is not shorter than theirs.
 *
 * @param count how many
 * @param median half of them took no longer; empty without any
 * @param ninetieth nine of ten took no longer; empty without any
 * @since 0.1
 */
public record Spread(int count, Optional<Duration> median, Optional<Duration> ninetieth) {
    static Spread of(List<Duration> lengths) {
        List<Duration> sorted = lengths.stream().sorted().toList();
        return new Spread(sorted.size(), at(sorted, 5), at(sorted, 9));
    }

    private static Optional<Duration> at(List<Duration> sorted, int tenths) {
        int rank = (sorted.size() * tenths + 9) / 10;
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }
}
