package io.crmkit.ai;

/**
 * Reads facts and moods out of a window of a conversation.
 *
 * <p>Contract: stateless, thread-safe, without access to any store; the only notion of now is the time of the messages.
 * The same request to a {@linkplain ExtractorDescriptor#deterministic() deterministic} extractor gives the same result.
 * What it cannot do at present is an {@link ExtractionUnavailableException}, never an empty result.
 *
 * @since 0.1
 */
public interface FactExtractor {
    /** What it is and produces. Constant for the life of the instance. */
    ExtractorDescriptor descriptor();

    /**
     * Reads the window once.
     *
     * @param request must not be {@literal null}
     * @return will never be {@literal null}; its facts cite only messages of the window that are new and the customer's
     * @throws ExtractionUnavailableException if it could not read; the window stays due
     */
    ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException;
}
