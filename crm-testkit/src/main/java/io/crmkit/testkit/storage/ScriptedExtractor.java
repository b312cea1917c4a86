package io.crmkit.testkit.storage;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Author;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.ai.Usage;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads words such as {@code mail:ana@example.com}, with {@code not-}, {@code guess-}, {@code perhaps-} and
 * {@code daughter-} before them, and can be away.
 */
final class ScriptedExtractor implements FactExtractor {
    private final String version;
    private final boolean deterministic;
    private final String deafTo;
    private volatile boolean away;
    private volatile boolean garbled;
    private volatile int calls;

    ScriptedExtractor(String version, boolean deterministic) {
        this(version, deterministic, "nothing");
    }

    /** @param deafTo a kind of word it does not read */
    ScriptedExtractor(String version, boolean deterministic, String deafTo) {
        this.version = version;
        this.deterministic = deterministic;
        this.deafTo = deafTo;
    }

    static ScriptedExtractor rules() {
        return new ScriptedExtractor("1", true);
    }

    void away(boolean now) {
        away = now;
    }

    /** Answers something that is no answer. */
    void garbled(boolean now) {
        garbled = now;
    }

    int calls() {
        return calls;
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return new ExtractorDescriptor(
                deterministic ? "script" : "model", version, 1, EnumSet.allOf(FactType.class), deterministic, false);
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) throws ExtractionUnavailableException {
        calls++;
        if (away) {
            throw new RetriableExtractionException("away", Duration.ofMinutes(3));
        }
        if (garbled) {
            throw new IllegalStateException("no answer");
        }
        List<FactCandidate> facts = new ArrayList<>();
        List<MessageInsight> insights = new ArrayList<>();
        for (WindowMessage message : request.window()) {
            if (message.role() == WindowRole.NEW && message.author() == Author.CUSTOMER) {
                read(message, facts);
                insights.add(insight(message));
            }
        }
        return new ExtractionResult(facts, insights, Completeness.COMPLETE, new Usage(1, 50, 10), List.of());
    }

    private static MessageInsight insight(WindowMessage message) {
        String text = message.text();
        Sentiment sentiment = text.contains("gracias")
                ? Sentiment.POSITIVE
                : text.contains("mal") ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        Set<String> intents = text.contains("turno") ? Set.of("BOOK") : Set.of();
        List<String> questions = text.endsWith("?") ? List.of(text) : List.of();
        return new MessageInsight(message.id(), sentiment, intents, questions, text.contains("harta"), false, 0.9);
    }

    private void read(WindowMessage message, List<FactCandidate> facts) {
        int at = 0;
        for (String word : message.text().split(" ", -1)) {
            int colon = word.indexOf(':');
            if (colon > 0 && !word.startsWith(deafTo)) {
                facts.add(fact(message, word, at, word.substring(0, colon), word.substring(colon + 1)));
            }
            at += word.length() + 1;
        }
    }

    private static FactCandidate fact(WindowMessage message, String word, int at, String said, String value) {
        String kind = said.substring(said.lastIndexOf('-') + 1);
        boolean daughter = said.startsWith("daughter-");
        return new FactCandidate(
                type(kind),
                kind.equals("service") ? value : "",
                value(kind, value),
                daughter ? Subject.THIRD_PARTY : Subject.CUSTOMER,
                daughter ? "daughter" : "",
                said.startsWith("not-") ? Polarity.REJECTED : Polarity.ASSERTED,
                said.startsWith("guess-") ? FactOrigin.INFERRED : FactOrigin.EXPLICIT,
                said.startsWith("perhaps-") ? 0.6 : 0.9,
                Sensitivity.ORDINARY,
                List.of(new Evidence(message.id(), at, at + word.length(), word, Alignment.EXACT)),
                OptionalInt.empty());
    }

    private static FactType type(String kind) {
        return switch (kind) {
            case "name" -> FactType.PERSON_NAME;
            case "mail" -> FactType.EMAIL;
            case "pain" -> FactType.PAIN_POINT;
            case "praise" -> FactType.PRAISE;
            case "likes" -> FactType.PREFERENCE;
            case "service" -> FactType.SERVICE;
            default -> FactType.FEATURE;
        };
    }

    private static FactValue value(String kind, String value) {
        return kind.equals("mail")
                ? new FactValue.Mail(value)
                : kind.equals("service") ? new FactValue.Code(value) : new FactValue.Text(value);
    }
}
