package io.crmkit.ai.langchain4j;

import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.WindowMessage;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an answer says of a message beside facts: known codes and words of the message, nothing else. */
final class InsightReader {
    private static final double CONFIDENCE = 0.7;
    private static final int MOST = 8;

    private InsightReader() {}

    static MessageInsight read(WindowMessage message, JsonNode node, ExtractionBudget limits) {
        Set<String> intents = new LinkedHashSet<>();
        for (JsonNode intent : node.path("intents")) {
            String code = intent.asString("");
            if (AnswerSchema.INTENTS.contains(code)) {
                intents.add(code);
            }
        }
        Set<String> questions = new LinkedHashSet<>();
        for (JsonNode question : node.path("questions")) {
            String words = question.asString("").strip();
            if (questions.size() < MOST && words.length() <= limits.valueLength()) {
                Quotes.find(message, words).ifPresent(found -> questions.add(found.quote()));
            }
        }
        return new MessageInsight(
                message.id(),
                sentiment(Json.text(node, "sentiment")),
                intents,
                questions.stream().toList(),
                node.path("frustration").asBoolean(false),
                node.path("injection").asBoolean(false),
                CONFIDENCE);
    }

    private static Sentiment sentiment(String name) {
        for (Sentiment sentiment : Sentiment.values()) {
            if (sentiment.name().equals(name)) {
                return sentiment;
            }
        }
        return Sentiment.NEUTRAL;
    }
}
