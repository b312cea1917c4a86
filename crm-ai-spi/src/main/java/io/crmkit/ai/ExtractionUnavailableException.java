package io.crmkit.ai;

/**
 * The extractor could not read the window. What other extractors found stays, and the window stays due.
 *
 * <p>Checked, so that nobody takes it for an empty result. Messages carry no text of the conversation.
 *
 * @since 0.1
 */
public abstract sealed class ExtractionUnavailableException extends Exception
        permits RetriableExtractionException, NonRetriableExtractionException {
    ExtractionUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    ExtractionUnavailableException(String message) {
        super(message);
    }
}
