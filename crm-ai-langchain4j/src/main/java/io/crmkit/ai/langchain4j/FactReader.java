package io.crmkit.ai.langchain4j;

import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One fact of an answer whose quote was found. What a model thinks of its own certainty is not asked. */
final class FactReader {
    private static final Set<String> PREFERENCES =
            Set.of("time_of_day", "weekday", "staff", "branch", "payment", "channel", "language");
    private static final int LONGEST_RELATION = 64;
    private static final double SAID = 0.9;
    private static final double CONFIRMED = 0.87;
    private static final double GUESSED = 0.6;

    private final ExtractionRequest request;
    private final Values values;

    FactReader(ExtractionRequest request) {
        this.request = request;
        this.values = new Values(request.business(), request.limits().valueLength());
    }

    /** Empty if a part of it does not fit. */
    Optional<FactCandidate> read(FactType type, JsonNode node, Evidence evidence) {
        String wish = Json.text(node, "key");
        String preference = type == FactType.PREFERENCE && PREFERENCES.contains(wish) ? wish : "";
        String relation = Json.text(node, "relation");
        String origin = Json.text(node, "origin");
        Optional<Subject> subject = named(Subject.class, Json.text(node, "subject"), Subject.CUSTOMER);
        Optional<Polarity> polarity = named(Polarity.class, Json.text(node, "polarity"), Polarity.ASSERTED);
        Optional<FactValue> value = values.of(type, preference, node);
        boolean stranger = !origin.isEmpty() && !AnswerSchema.ORIGINS.contains(origin);
        if (subject.isEmpty()
                || polarity.isEmpty()
                || value.isEmpty()
                || stranger
                || relation.length() > LONGEST_RELATION) {
            return Optional.empty();
        }
        FactOrigin said = origin.isEmpty() ? FactOrigin.INFERRED : FactOrigin.valueOf(origin);
        return Optional.of(new FactCandidate(
                type,
                value.get() instanceof FactValue.Code code && preference.isEmpty() ? code.value() : preference,
                value.get(),
                subject.get(),
                relation,
                polarity.get(),
                said,
                // Whose fact it is decides where it goes: left out, a person has to look.
                Json.text(node, "subject").isEmpty() ? GUESSED : confidence(said),
                type == FactType.HEALTH ? Sensitivity.HEALTH : Sensitivity.ORDINARY,
                List.of(evidence),
                replaces(type, node)));
    }

    private static double confidence(FactOrigin origin) {
        return switch (origin) {
            case EXPLICIT -> SAID;
            case CONFIRMED -> CONFIRMED;
            default -> GUESSED;
        };
    }

    private OptionalInt replaces(FactType type, JsonNode node) {
        int ref = Json.number(node, "replaces");
        return request.known().stream().anyMatch(fact -> fact.ref() == ref && fact.type() == type)
                ? OptionalInt.of(ref)
                : OptionalInt.empty();
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name, E otherwise) {
        if (name.isEmpty()) {
            return Optional.of(otherwise);
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
