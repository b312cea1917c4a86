package io.crmkit.spring;

import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** An extractor whose readings are observed as {@code crm.extraction}, with the tokens they took on the span. */
final class ObservedExtractor implements FactExtractor {
    private final FactExtractor extractor;
    private final ObservationRegistry registry;

    ObservedExtractor(FactExtractor extractor, ObservationRegistry registry) {
        this.extractor = extractor;
        this.registry = registry;
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return extractor.descriptor();
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException {
        Observation observation = Observation.createNotStarted("crm.extraction", registry)
                .lowCardinalityKeyValue("extractor", descriptor().id());
        return observation.observeChecked(() -> {
            ExtractionResult result = extractor.extract(request);
            long tokens = result.usage().inputTokens() + result.usage().outputTokens();
            observation.highCardinalityKeyValue("tokens", Long.toString(tokens));
            return result;
        });
    }
}
