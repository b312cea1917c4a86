package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.Author;
import io.crmkit.ai.ContentKind;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the extractor reads out of one labelled conversation. */
record Answer(List<Told> facts, Set<String> intents, Map<String, Sentiment> moods, Set<String> injected) {
    static Answer of(FactExtractor extractor, Gold gold) throws ExtractionUnavailableException {
        ExtractionResult result = extractor.extract(request(gold));
        Set<String> intents = new TreeSet<>();
        Map<String, Sentiment> moods = new HashMap<>();
        Set<String> injected = new TreeSet<>();
        for (MessageInsight insight : result.insights()) {
            intents.addAll(insight.intents());
            moods.put(insight.messageId(), insight.sentiment());
            if (insight.injectionSuspected()) {
                injected.add(insight.messageId());
            }
        }
        List<Told> told = result.facts().stream()
                .filter(fact -> fact.polarity() == Polarity.ASSERTED)
                .map(Told::of)
                .toList();
        return new Answer(told, intents, moods, injected);
    }

    static ExtractionRequest request(Gold gold) {
        List<WindowMessage> window = gold.messages().stream()
                .map(message -> new WindowMessage(
                        message.id(),
                        message.role().equals("customer") ? Author.CUSTOMER : Author.AGENT,
                        ContentKind.TEXT,
                        message.at().atZone(gold.zone()).toInstant(),
                        message.text(),
                        message.id(),
                        WindowRole.NEW))
                .toList();
        return new ExtractionRequest(
                "evaluation",
                gold.id(),
                gold.id(),
                window,
                List.of(),
                gold.business(),
                Locale.forLanguageTag(gold.language()),
                gold.zone(),
                EnumSet.allOf(FactType.class),
                new ExtractionBudget(40, 400, 0, ExtractionBudget.DEFAULT.time()));
    }
}
