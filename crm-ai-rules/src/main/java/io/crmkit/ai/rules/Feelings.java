package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import java.util.List;
import java.util.Set;

/** The mood of a message: words with weights, turned by negation, weighed against each other. */
final class Feelings {
    private static final Set<String> PAINS = Set.of("tooth_pain", "swelling", "bleeding", "fever");

    private final Reading reading;
    private double good;
    private double bad;

    private Feelings(Reading reading) {
        this.reading = reading;
    }

    static Sentiment of(Reading reading, List<Finding> findings) {
        Feelings feelings = new Feelings(reading);
        reading.hits().of(Meaning.FEEL).forEach(feelings::weigh);
        for (Hit intent : reading.hits().of(Meaning.INTENT)) {
            feelings.bad += intent.code().equals("OPT_OUT") || intent.code().equals("REFUND") ? 1 : 0;
        }
        for (Finding finding : findings) {
            FactType type = finding.type();
            if (type == FactType.PRAISE) {
                feelings.good += 1.5;
            } else if (type == FactType.COMPLAINT || type == FactType.FRUSTRATION || type == FactType.PAIN_POINT) {
                feelings.bad += 1.5;
            } else if (type == FactType.HEALTH && PAINS.contains(finding.key())) {
                feelings.bad += 1;
            }
        }
        return feelings.sum();
    }

    private void weigh(Hit hit) {
        int weight = hit.number();
        if (weight == 0
                || Opinions.within(reading, hit.from())
                || Opinions.asks(reading, hit.from()) && Math.abs(weight) < 2) {
            return;
        }
        int clause = Math.max(reading.words().clauseStart(hit.from()), hit.from() - 4);
        Hit not = reading.hits().last(Meaning.NOT, clause, hit.from());
        boolean turned = not != null
                && reading.hits().last(Meaning.BUT, not.to(), hit.from()) == null
                && uncut(not.to(), hit.from());
        if (turned && weight > 0) {
            bad += 1;
        } else if (turned) {
            good += 0.4;
        } else if (weight > 0) {
            good += weight;
        } else {
            bad -= weight;
        }
    }

    private boolean uncut(int from, int to) {
        for (int at = from; at < to; at++) {
            if (reading.words().at(at).comma()) {
                return false;
            }
        }
        return true;
    }

    private Sentiment sum() {
        if (good >= 1 && bad >= 1) {
            boolean contrast = reading.hits().any(Meaning.BUT);
            if (contrast && bad < good * 4 && good < bad * 5) {
                return Sentiment.MIXED;
            }
            return good >= bad * 2 ? Sentiment.POSITIVE : bad >= good * 1.5 ? Sentiment.NEGATIVE : Sentiment.MIXED;
        }
        return good >= 1 ? Sentiment.POSITIVE : bad >= 1 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    }
}
