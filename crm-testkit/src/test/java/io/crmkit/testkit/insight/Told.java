package io.crmkit.testkit.insight;

import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** An extractor that answers as it is told, and remembers what it was asked. */
final class Told implements FactExtractor {
    final List<ExtractionRequest> asked = new ArrayList<>();
    private final ExtractorDescriptor descriptor;
    private final Answer answer;

    /** What to answer. */
    interface Answer {
        ExtractionResult to(ExtractionRequest request) throws ExtractionUnavailableException;
    }

    Told(boolean deterministic, boolean leavesHost, Answer answer) {
        this.descriptor = new ExtractorDescriptor(
                deterministic ? "rules" : "model", "1", 1, EnumSet.allOf(FactType.class), deterministic, leavesHost);
        this.answer = answer;
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException {
        asked.add(request);
        return answer.to(request);
    }
}
