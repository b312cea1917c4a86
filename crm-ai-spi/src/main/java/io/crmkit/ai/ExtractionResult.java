package io.crmkit.ai;

import java.util.List;

/**
 * What reading a window gave.
 *
 * @param facts may be empty: then there was nothing to find
 * @param insights at most one for each new message
 * @param usage what it took
 * @param rejected what the extractor itself dropped, to be counted
 * @since 0.1
 */
public record ExtractionResult(
        List<FactCandidate> facts,
        List<MessageInsight> insights,
        Completeness completeness,
        Usage usage,
        List<Rejected> rejected) {
    public ExtractionResult {
        facts = List.copyOf(facts);
        insights = List.copyOf(insights);
        rejected = List.copyOf(rejected);
    }
}
