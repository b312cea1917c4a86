package io.crmkit.insight;

import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Subject;
import io.crmkit.insight.Standing.State;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be made of a contact: their own facts that hold, by what they are about, and the mood of their messages. What
 * is about somebody else is not in it.
 *
 * @param conflicts facts that contradict something stronger and wait for a person
 * @param suggestions facts not sure enough to be believed without a person
 * @param mood how they feel
 * @param messages what recent messages show, such as their intents
 * @since 0.1
 */
public record Insights(
        List<Fact> contactInformation,
        List<Fact> services,
        List<Fact> prices,
        List<Fact> questions,
        List<Fact> preferences,
        List<Fact> features,
        List<Fact> painPoints,
        List<Fact> competitors,
        List<Fact> satisfaction,
        List<Fact> conflicts,
        List<Fact> suggestions,
        Mood mood,
        Map<InteractionId, MessageInsight> messages) {
    private static final Set<FactType> INFORMATION = EnumSet.of(
            FactType.PERSON_NAME,
            FactType.EMAIL,
            FactType.PHONE,
            FactType.ADDRESS,
            FactType.LOCATION,
            FactType.COMPANY,
            FactType.BIRTH_DATE,
            FactType.INSURANCE,
            FactType.SOURCE);
    private static final Set<FactType> FEELINGS =
            EnumSet.of(FactType.SATISFACTION, FactType.COMPLAINT, FactType.PRAISE, FactType.FRUSTRATION);

    public Insights {
        messages = Map.copyOf(messages);
    }

    /** @param messages what messages show, the oldest first */
    public static Insights of(List<Fact> facts, Map<InteractionId, MessageInsight> messages) {
        List<Fact> own = FactBook.sorted(facts).stream()
                .filter(fact -> fact.matter().subject() == Subject.CUSTOMER)
                .toList();
        return new Insights(
                current(own, INFORMATION),
                current(own, EnumSet.of(FactType.SERVICE)),
                current(own, EnumSet.of(FactType.PRICE)),
                current(own, EnumSet.of(FactType.QUESTION)),
                current(own, EnumSet.of(FactType.PREFERENCE)),
                current(own, EnumSet.of(FactType.FEATURE)),
                current(own, EnumSet.of(FactType.PAIN_POINT)),
                current(own, EnumSet.of(FactType.COMPETITOR)),
                current(own, FEELINGS),
                in(own, State.CONFLICT),
                in(own, State.SUGGESTED),
                Mood.of(List.copyOf(messages.values())),
                messages);
    }

    private static List<Fact> current(List<Fact> facts, Set<FactType> types) {
        return facts.stream()
                .filter(fact -> fact.current() && types.contains(fact.matter().type()))
                .toList();
    }

    private static List<Fact> in(List<Fact> facts, State state) {
        return facts.stream().filter(fact -> fact.state() == state).toList();
    }

    /** Without what it says, which is personal. */
    @Override
    public String toString() {
        return "Insights[" + mood + "]";
    }

    /** What messages show, in their order; of several who read one, the surest counts. */
    public static Map<InteractionId, MessageInsight> shown(Readings readings, List<Interaction> messages) {
        Map<InteractionId, MessageInsight> surest = new HashMap<>();
        for (Reading reading :
                readings.of(messages.stream().map(Interaction::id).toList())) {
            MessageInsight insight = reading.insight();
            if (insight != null) {
                surest.merge(
                        reading.message(),
                        insight,
                        (one, other) -> one.confidence() >= other.confidence() ? one : other);
            }
        }
        Map<InteractionId, MessageInsight> inOrder = new LinkedHashMap<>();
        for (Interaction each : messages) {
            MessageInsight insight = surest.get(each.id());
            if (insight != null) {
                inOrder.put(each.id(), insight);
            }
        }
        return inOrder;
    }
}
