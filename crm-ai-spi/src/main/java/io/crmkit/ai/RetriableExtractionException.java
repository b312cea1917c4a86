package io.crmkit.ai;

import java.time.Duration;

/**
 * The extractor is overloaded, limited or out of reach. Ask again, not before {@link #retryAfter()}.
 *
 * @since 0.1
 */
public final class RetriableExtractionException extends ExtractionUnavailableException {
    private final Duration retryAfter;

    /**
     * @param retryAfter how long to wait; zero if nobody said
     */
    public RetriableExtractionException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /**
     * @param retryAfter how long to wait; zero if nobody said
     */
    public RetriableExtractionException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long to wait; zero if nobody said. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
