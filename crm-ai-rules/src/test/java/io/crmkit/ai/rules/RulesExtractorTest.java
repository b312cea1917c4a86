package io.crmkit.ai.rules;

import io.crmkit.ai.FactExtractor;
import io.crmkit.testkit.ExtractorContract;
import java.util.Optional;

class RulesExtractorTest extends ExtractorContract {
    private final RulesExtractor extractor = new RulesExtractor();

    @Override
    protected FactExtractor extractor() {
        return extractor;
    }

    @Override
    protected Optional<FactExtractor> unavailable() {
        return Optional.empty();
    }
}
