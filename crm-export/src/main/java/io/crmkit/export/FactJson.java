package io.crmkit.export;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.TimeOfDay;
import io.crmkit.ai.MessageInsight;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Insights;
import io.crmkit.insight.Mood;
import io.crmkit.insight.Support;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** The parts of the document that were read out of messages; a message is named by its provider id. */
final class FactJson {
    /** As they were said, whatever order they were read in. */
    private static final Comparator<Fact> ORDER = Comparator.comparing(FactJson::since)
            .thenComparing(fact -> fact.matter().type())
            .thenComparing(fact -> fact.matter().value().text());

    private FactJson() {}

    private static Instant since(Fact fact) {
        return fact.support().stream()
                .map(Support::saidAt)
                .min(Comparator.naturalOrder())
                .orElse(fact.recordedAt());
    }

    static void facts(JsonGenerator json, List<Fact> facts, Map<InteractionId, String> providerIds) {
        facts(json, "facts", facts, providerIds);
    }

    static void facts(JsonGenerator json, String name, List<Fact> facts, Map<InteractionId, String> providerIds) {
        json.writeArrayPropertyStart(name);
        for (Fact fact : facts.stream().sorted(ORDER).toList()) {
            json.writeStartObject();
            fields(json, fact, providerIds);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, Fact fact, Map<InteractionId, String> providerIds) {
        json.writeStringProperty("type", type(fact));
        json.writeStringProperty("value", fact.matter().value().text());
        EntryJson.word(json, "subject", fact.matter().subject());
        json.writeStringProperty("relation", fact.matter().relation());
        json.writeNumberProperty("confidence", fact.standing().confidence());
        EntryJson.word(json, "state", fact.state());
        json.writeArrayPropertyStart("evidence");
        fact.support().forEach(support -> evidence(json, support, providerIds));
        json.writeEndArray();
    }

    private static void evidence(JsonGenerator json, Support support, Map<InteractionId, String> providerIds) {
        json.writeStartObject();
        json.writeStringProperty("providerId", providerIds.get(support.message()));
        json.writeNumberProperty("start", support.start());
        json.writeNumberProperty("end", support.end());
        json.writeStringProperty("quote", support.quote());
        json.writeEndObject();
    }

    /** A time by how exactly it was said, else the type as it is. */
    private static String type(Fact fact) {
        FactValue value = fact.matter().value();
        if (fact.matter().type() != FactType.DATE_TIME) {
            return fact.matter().type().name();
        }
        if (value instanceof Moment moment) {
            return switch (moment.grain()) {
                case HOUR, MINUTE, DAY_PART -> "DATETIME";
                case YEAR, MONTH, WEEK, DAY -> "DATE";
            };
        }
        return value instanceof TimeOfDay ? "TIME" : "RECURRING";
    }

    static void insights(JsonGenerator json, Insights insights, Map<InteractionId, String> providerIds) {
        Mood mood = insights.mood();
        json.writeObjectPropertyStart("insights");
        mood(json, "sentiment", mood);
        json.writeArrayPropertyStart("messages");
        providerIds.forEach((message, providerId) -> {
            MessageInsight insight = insights.messages().get(message);
            if (insight != null) {
                message(json, insight, providerId);
            }
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    static void mood(JsonGenerator json, String name, Mood mood) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("positive", mood.positive());
        json.writeNumberProperty("neutral", mood.neutral());
        json.writeNumberProperty("mixed", mood.mixed());
        json.writeNumberProperty("negative", mood.negative());
        json.writeNumberProperty("score", mood.score());
        EntryJson.word(json, "trend", mood.trend());
        json.writeNumberProperty("frustrated", mood.frustrated());
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, MessageInsight insight, String providerId) {
        json.writeStartObject();
        json.writeStringProperty("providerId", providerId);
        EntryJson.word(json, "sentiment", insight.sentiment());
        json.writeArrayPropertyStart("intents");
        new TreeSet<>(insight.intents()).forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("questions");
        insight.questions().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("frustration", insight.frustration());
        json.writeBooleanProperty("injectionSuspected", insight.injectionSuspected());
        json.writeEndObject();
    }
}
