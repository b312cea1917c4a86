package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Subject;

/**
 * A fact found in a message.
 *
 * @param from its first word
 * @param to the word after it
 */
record Finding(
        FactType type,
        String key,
        FactValue value,
        Subject subject,
        String relation,
        Polarity polarity,
        double confidence,
        int from,
        int to) {
    static Finding of(FactType type, FactValue value, double confidence, int from, int to) {
        return new Finding(type, "", value, Subject.CUSTOMER, "", Polarity.ASSERTED, confidence, from, to);
    }

    static Finding coded(FactType type, String code, double confidence, int from, int to) {
        return new Finding(
                type, code, new FactValue.Code(code), Subject.CUSTOMER, "", Polarity.ASSERTED, confidence, from, to);
    }

    Finding of(Owner owner) {
        return new Finding(type, key, value, owner.subject(), owner.relation(), polarity, confidence, from, to);
    }

    Finding as(Polarity other) {
        return new Finding(type, key, value, subject, relation, other, confidence, from, to);
    }

    Finding role(String role) {
        return new Finding(type, key, value, subject, role, polarity, confidence, from, to);
    }

    Finding about(Subject other) {
        return new Finding(type, key, value, other, relation, polarity, confidence, from, to);
    }

    Finding typed(FactType other) {
        return new Finding(other, key, value, subject, relation, polarity, confidence, from, to);
    }

    boolean asserted() {
        return polarity == Polarity.ASSERTED;
    }

    boolean customers() {
        return subject == Subject.CUSTOMER;
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}
