package io.crmkit.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to how all conversations of one tenant went, for reading, within one unit of work. Hands over one
 * after the other, in no order; holds few of them at a time.
 *
 * @since 0.1
 */
public interface Talks {
    /**
     * How a customer said it was.
     *
     * @param score null where it was said in words only
     */
    record Rating(Instant at, @Nullable BigDecimal score) {
        /** Without the score, which is personal. */
        @Override
        public String toString() {
            return "Rating[" + at + "]";
        }
    }

    /** Conversations that began from one moment until before another. */
    void begun(Instant from, Instant until, Consumer<Talk> reader);

    /** Feedback given from one moment until before another. */
    void rated(Instant from, Instant until, Consumer<Rating> reader);
}
