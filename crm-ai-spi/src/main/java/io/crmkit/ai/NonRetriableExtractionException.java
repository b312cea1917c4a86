package io.crmkit.ai;

/**
 * The extractor will refuse this window again: a wrong key, an unknown model, a request it cannot take. Park the window
 * and show the operator; do not ask again before something was changed.
 *
 * @since 0.1
 */
public final class NonRetriableExtractionException extends ExtractionUnavailableException {
    public NonRetriableExtractionException(String message) {
        super(message);
    }

    public NonRetriableExtractionException(String message, Throwable cause) {
        super(message, cause);
    }
}
