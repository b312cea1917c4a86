package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What phrases say by themselves: complaints, praise, pains, features, health, where they heard of the business. */
final class Opinions {
    private static final Map<Meaning, FactType> TYPES = new EnumMap<>(Map.of(
            Meaning.COMPLAINT, FactType.COMPLAINT,
            Meaning.PRAISE, FactType.PRAISE,
            Meaning.FRUSTRATION, FactType.FRUSTRATION,
            Meaning.PAIN_POINT, FactType.PAIN_POINT,
            Meaning.FEATURE, FactType.FEATURE,
            Meaning.SOURCE, FactType.SOURCE,
            Meaning.HEALTH, FactType.HEALTH));

    private Opinions() {}

    static List<Finding> in(Reading reading) {
        List<Finding> found = new ArrayList<>();
        TYPES.forEach((meaning, type) -> {
            for (Hit hit : reading.hits().of(meaning)) {
                boolean denied = meaning != Meaning.FEATURE && reading.denied(hit.from());
                boolean asked = (meaning == Meaning.PRAISE || meaning == Meaning.PAIN_POINT) && asks(reading, hit.to());
                if (!denied && !asked) {
                    Finding opinion = Finding.coded(type, hit.code(), 0.87, hit.from(), hit.to());
                    found.add(type == FactType.HEALTH ? opinion.of(Owner.of(reading, hit.from(), hit.to())) : opinion);
                }
            }
        });
        rating(reading, found);
        found.removeIf(opinion -> within(reading, opinion.from()));
        return found;
    }

    /** Part of an address such as caro@example.com. */
    static boolean within(Reading reading, int word) {
        Words words = reading.words();
        return words.at(word + 1).is("@")
                || words.at(word - 1).is("@")
                || words.joined(word) && words.at(word - 1).is(".");
    }

    /** Whether the clause is a question: "es caro?" complains of nothing. */
    static boolean asks(Reading reading, int at) {
        int end = reading.words().clauseEnd(at);
        return reading.words().at(end).is("?");
    }

    /** "5 la doctora es una genia", "10 puntos", or a number alone where one was asked for. */
    private static void rating(Reading reading, List<Finding> found) {
        Words words = reading.words();
        Word first = words.at(0);
        int number = first.digits() && first.plain().length() <= 2 ? Integer.parseInt(first.plain()) : -1;
        boolean mood = found.stream()
                .anyMatch(opinion -> opinion.type() == FactType.PRAISE || opinion.type() == FactType.COMPLAINT);
        boolean unit = reading.hits().at(Meaning.RATING, 1) != null;
        boolean counts =
                reading.hits().at(Meaning.UNIT, 1) != null || reading.hits().at(Meaning.HOURS, 1) != null;
        boolean asked = reading.wasAsked(Meaning.RATING) && words.size() <= 3;
        if (number >= 0 && number <= 10 && !counts && (mood || unit || asked)) {
            double share = number <= 5 ? number / 5.0 : number / 10.0;
            found.add(Finding.of(FactType.SATISFACTION, new FactValue.Score(share), 0.88, 0, 1));
        }
    }
}
