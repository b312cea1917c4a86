package io.crmkit.jpa;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Author;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.ai.Usage;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Takes every message whole for a fact and a question, or breaks with the message's words in its mouth. */
final class Quoting implements FactExtractor {
    private final boolean broken;

    Quoting(boolean broken) {
        this.broken = broken;
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return new ExtractorDescriptor("quoting", broken ? "0" : "1", 1, Set.of(FactType.PAIN_POINT), true, false);
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) {
        List<FactCandidate> facts = new ArrayList<>();
        List<MessageInsight> insights = new ArrayList<>();
        for (WindowMessage m : request.window()) {
            if (broken) {
                throw new IllegalStateException(m.text());
            }
            if (m.role() == WindowRole.NEW && m.author() == Author.CUSTOMER) {
                facts.add(fact(m));
                insights.add(
                        new MessageInsight(m.id(), Sentiment.NEUTRAL, Set.of(), List.of(m.text()), false, false, 1));
            }
        }
        return new ExtractionResult(facts, insights, Completeness.COMPLETE, Usage.NONE, List.of());
    }

    private static FactCandidate fact(WindowMessage m) {
        String words = m.text().length() > 60 ? m.text().substring(0, 60) : m.text();
        return new FactCandidate(
                FactType.PAIN_POINT,
                words,
                new FactValue.Text(words),
                Subject.CUSTOMER,
                words,
                Polarity.ASSERTED,
                FactOrigin.EXPLICIT,
                1,
                Sensitivity.ORDINARY,
                List.of(new Evidence(m.id(), 0, words.length(), words, Alignment.EXACT)),
                OptionalInt.empty());
    }
}
