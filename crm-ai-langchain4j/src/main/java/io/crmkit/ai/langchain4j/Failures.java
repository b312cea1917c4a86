package io.crmkit.ai.langchain4j;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.NonRetriableExtractionException;
import io.crmkit.ai.RetriableExtractionException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a model, as the port tells it. */
final class Failures {
    private Failures() {}

    /**
     * Without message and cause: providers repeat in theirs what they were sent. What nobody classified may pass, so that
     * it is tried again rather than lost.
     */
    static ExtractionUnavailableException of(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof ExtractionUnavailableException told) {
            return told;
        }
        String message = "the model could not be asked: "
                + (failure == null ? "unknown" : failure.getClass().getSimpleName());
        if (failure instanceof NonRetriableException && !(failure instanceof UnresolvedModelServerException)) {
            return new NonRetriableExtractionException(message);
        }
        return new RetriableExtractionException(message, RetryHint.in(failure == null ? null : failure.getMessage()));
    }
}
