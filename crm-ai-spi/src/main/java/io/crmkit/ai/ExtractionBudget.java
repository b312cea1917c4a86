package io.crmkit.ai;

import java.time.Duration;

/**
 * How much reading one window may take and give.
 *
 * @param factsPerMessage more than so many out of one message are not believed
 * @param valueLength the most characters of a value in words
 * @param tokens the most a model may be sent and may answer, together; 0 allows no model
 * @param time from the call to the answer
 * @since 0.1
 */
public record ExtractionBudget(int factsPerMessage, int valueLength, long tokens, Duration time) {
    /** 8 facts a message, 200 characters a value, 20,000 tokens, 30 seconds. */
    public static final ExtractionBudget DEFAULT = new ExtractionBudget(8, 200, 20_000, Duration.ofSeconds(30));

    public ExtractionBudget {
        Checks.atLeast(1, factsPerMessage, "factsPerMessage");
        Checks.atLeast(1, valueLength, "valueLength");
        Checks.atLeast(0, tokens, "tokens");
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be longer than zero");
        }
    }
}
