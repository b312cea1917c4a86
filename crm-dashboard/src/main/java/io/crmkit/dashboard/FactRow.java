package io.crmkit.dashboard;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something known, as the panel of facts shows it.
 *
 * @param label what it is about
 * @param value what is so
 * @param source where it is known from, in words
 * @param quote the words it rests on; empty if none
 * @param href to the message where it was said; null if it rests on none
 * @param decided whether a person said so
 * @param correctable whether another value can be typed in its place
 */
record FactRow(
        Fact fact,
        String label,
        String value,
        String source,
        String quote,
        @Nullable String href,
        boolean decided,
        boolean correctable) {
    static FactRow of(Visit visit, ContactId contact, Fact fact) {
        Words words = visit.words();
        Optional<Support> last =
                fact.support().stream().filter(Support::affirms).max(Comparator.comparing(Support::saidAt));
        Optional<Decision> decision = fact.decided();
        String source = decision.map(one -> words.say(
                        "fact." + one.verdict().name().toLowerCase(Locale.ROOT),
                        visit.times().date(one.at())))
                .or(() -> last.map(one -> words.say("fact.said", visit.times().date(one.saidAt()))))
                .orElse("");
        return new FactRow(
                fact,
                label(words, fact),
                value(visit, fact),
                source,
                last.map(Support::quote).orElse(""),
                last.map(one -> Link.to("dashboard/contacts/" + contact)
                                        .with("at", one.message().value().toString())
                                        .with("fact", fact.id().value().toString())
                                + "#m-" + one.message().value())
                        .orElse(null),
                decision.isPresent(),
                FactWords.typed(fact.matter().type()));
    }

    private static String label(Words words, Fact fact) {
        String label = words.of(fact.matter().type());
        String relation = fact.matter().relation();
        return relation.isEmpty() ? label : label + " (" + words.or("relation." + relation, relation) + ")";
    }

    private static String value(Visit visit, Fact fact) {
        FactValue value = fact.matter().value();
        Words words = visit.words();
        if (value instanceof FactValue.Money money) {
            return words.money(money.amount(), money.currency());
        } else if (value instanceof FactValue.Score score) {
            return words.percent(score.value());
        } else if (value instanceof FactValue.Code code) {
            return words.or("code." + code.value(), readable(code.value()));
        } else if (value instanceof FactValue.Moment moment) {
            return visit.times().moment(moment);
        }
        return value.text();
    }

    /** A code of the host's in letters people read. */
    private static String readable(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    String id() {
        return fact.id().value().toString();
    }

    String state() {
        return fact.state().name();
    }

    FactType type() {
        return fact.matter().type();
    }

    /** How sure it is, in a word of the bundle. */
    String sure() {
        double confidence = fact.standing().confidence();
        return decided ? "confirmed" : confidence >= 0.9 ? "high" : confidence >= 0.75 ? "medium" : "low";
    }

    boolean locked() {
        return fact.decided().map(Decision::locked).orElse(false);
    }
}
