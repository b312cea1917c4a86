package io.crmkit.ai.rules;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offline extractor: rules and lexicons for Spanish, Portuguese and English, no network, the same answer every time,
 * in a time that grows with the length of the text and no faster.
 *
 * @since 0.1
 */
public final class RulesExtractor implements FactExtractor {
    private static final Set<FactType> PRODUCES =
            EnumSet.complementOf(EnumSet.of(FactType.QUESTION, FactType.PARTY_SIZE));
    private static final ExtractorDescriptor DESCRIPTOR =
            new ExtractorDescriptor("rules", "1", 1, PRODUCES, true, false);
    private static final int CATALOGUES = 256;

    private final ConcurrentHashMap<String, Catalogue> catalogues = new ConcurrentHashMap<>();

    @Override
    public ExtractorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) {
        return new WindowReader(request, catalogue(request.business())).read();
    }

    /** Catalogues change seldom and windows come often, so that the last ones are kept ready. */
    private Catalogue catalogue(BusinessContext business) {
        Catalogue known = catalogues.get(business.hash());
        if (known != null && known.business().equals(business)) {
            return known;
        }
        if (catalogues.size() >= CATALOGUES) {
            catalogues.clear();
        }
        Catalogue fresh = new Catalogue(business);
        catalogues.put(business.hash(), fresh);
        return fresh;
    }
}
