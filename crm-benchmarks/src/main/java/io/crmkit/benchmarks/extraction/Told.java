package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.Evidence;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;

/** A fact the extractor told, in the words of the labelled sets. */
record Told(String type, String subject, String messageId, int start, int end, String value) {
    static Told of(FactCandidate fact) {
        Evidence evidence = fact.evidence().get(0);
        boolean rating = fact.type() == FactType.SATISFACTION;
        String value = rating && fact.value() instanceof FactValue.Score score
                ? Long.toString(Math.round(score.value() * 5))
                : fact.value().text();
        String type = fact.type() == FactType.DATE_TIME
                ? "TEMPORAL"
                : rating ? "RATING" : fact.type().name();
        String subject = switch (fact.subject()) {
            case CUSTOMER -> "customer";
            case THIRD_PARTY -> "other";
            case BUSINESS -> "business";
        };
        return new Told(type, subject, evidence.messageId(), evidence.start(), evidence.end(), value);
    }
}
