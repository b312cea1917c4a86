package io.crmkit.spring;

import io.crmkit.ai.Completeness;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.Usage;
import java.util.List;
import java.util.Set;

/** A host's own extractor, which finds nothing. */
final class SilentExtractor implements FactExtractor {
    @Override
    public ExtractorDescriptor descriptor() {
        return new ExtractorDescriptor("silent", "1", 1, Set.of(), true, false);
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) {
        return new ExtractionResult(List.of(), List.of(), Completeness.COMPLETE, new Usage(0, 0, 0), List.of());
    }
}
