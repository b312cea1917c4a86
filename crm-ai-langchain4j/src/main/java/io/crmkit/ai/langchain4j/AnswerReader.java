package io.crmkit.ai.langchain4j;

import io.crmkit.ai.Author;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Rejected;
import io.crmkit.ai.Rejected.Reason;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lets through what of an answer stands in the window; what does not is counted as rejected. */
final class AnswerReader {
    /** Where a rejected fact cites no message of the window. */
    private static final String NOWHERE = "?";

    private static final int MOST = 300;
    private static final int LONGEST_QUOTE = 1_000;

    private final ExtractionRequest request;
    private final Set<FactType> produced;
    private final FactReader reader;
    private final Map<String, Integer> given = new HashMap<>();
    private final List<FactCandidate> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private boolean more;

    AnswerReader(ExtractionRequest request, Set<FactType> produced) {
        this.request = request;
        this.produced = produced;
        this.reader = new FactReader(request);
    }

    ExtractionResult read(Answer answer) {
        Map<String, MessageInsight> insights = new LinkedHashMap<>();
        for (JsonNode node : answer.json().path("insights")) {
            WindowMessage message = cited(node);
            if (message != null) {
                insights.putIfAbsent(message.id(), InsightReader.read(message, node, request.limits()));
            }
        }
        int read = 0;
        for (JsonNode node : answer.json().path("facts")) {
            if (++read > MOST) {
                more = true;
                break;
            }
            type(node).ifPresent(type -> take(type, node, insights));
        }
        return new ExtractionResult(
                facts,
                List.copyOf(insights.values()),
                more || answer.cut() ? Completeness.TRUNCATED : Completeness.COMPLETE,
                answer.usage(),
                rejected);
    }

    /** Empty for what is no type of fact, such as consent or a role: there is nothing it could become. */
    private static Optional<FactType> type(JsonNode node) {
        String name = Json.text(node, "type");
        for (FactType type : FactType.values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private void take(FactType type, JsonNode node, Map<String, MessageInsight> insights) {
        WindowMessage message = cited(node);
        if (message == null) {
            reject(type, NOWHERE, Reason.NOT_EVIDENCE);
            return;
        }
        MessageInsight insight = insights.get(message.id());
        if (insight != null && insight.injectionSuspected()) {
            reject(type, message.id(), Reason.INJECTED);
        } else if (!request.wanted().contains(type) || !produced.contains(type)) {
            reject(type, message.id(), Reason.UNWANTED);
        } else {
            ground(type, message, node);
        }
    }

    private void ground(FactType type, WindowMessage message, JsonNode node) {
        String quote = Json.text(node, "quote");
        Optional<Evidence> evidence = quote.length() > LONGEST_QUOTE ? Optional.empty() : Quotes.find(message, quote);
        Optional<FactCandidate> fact = evidence.flatMap(found -> reader.read(type, node, found));
        if (evidence.isEmpty()) {
            reject(type, message.id(), Reason.UNGROUNDED);
        } else if (fact.isEmpty()) {
            reject(type, message.id(), Reason.INVALID_VALUE);
        } else if (given.merge(message.id(), 1, Integer::sum) > request.limits().factsPerMessage()) {
            more = true;
            reject(type, message.id(), Reason.UNWANTED);
        } else {
            facts.add(fact.get());
        }
    }

    private void reject(FactType type, String messageId, Reason reason) {
        rejected.add(new Rejected(type, messageId, reason));
    }

    /** The message cited, if it is one that counts. */
    private @Nullable WindowMessage cited(JsonNode node) {
        int number = Json.number(node, "message");
        if (number < 0 || number >= request.window().size()) {
            return null;
        }
        WindowMessage message = request.window().get(number);
        return message.author() == Author.CUSTOMER && message.role() == WindowRole.NEW ? message : null;
    }
}
