package io.crmkit.ai.rules;

import io.crmkit.ai.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is: my daughter's number is not mine.
 *
 * @param relation how they stand to the customer; empty for the customer, or if nobody said
 */
record Owner(Subject subject, String relation) {
    static final Owner CUSTOMER = new Owner(Subject.CUSTOMER, "");
    private static final Set<String> LINKS = Set.of(
            "es", "el", "la", "de", "del", "e", "o", "a", "da", "do", "is", "its", "the", "of", "for", "para", "(");

    private static final Set<String> FOR = Set.of("para", "pra", "pro", "for");
    private static final Set<String> OF = Set.of("de", "da", "do", "of");

    /** Whose something is for stands near it. */
    private static final int FAR = 6;

    static Owner third(String relation) {
        return new Owner(Subject.THIRD_PARTY, relation);
    }

    /** Whose the thing said from one word to another is, by what stands nearest before it, or else after it. */
    static Owner of(Reading reading, int from, int to) {
        int clause = reading.words().clauseStart(from);
        Hit self = reading.hits().last(Meaning.SELF, clause, from);
        Hit other = reading.hits().last(Meaning.RELATION, clause, from);
        Hit theirs = reading.hits().last(Meaning.THEIRS, clause, from);
        int selfAt = self == null ? -1 : self.from();
        if (other != null && other.from() >= selfAt) {
            return third(other.code());
        }
        if (theirs != null && theirs.from() > selfAt) {
            return third(spokenOf(reading, from));
        }
        Hit after = after(reading, to, self == null);
        if (after != null) {
            return third(after.code());
        }
        return self == null && from - clause <= 2 ? fromBefore(reading, clause) : CUSTOMER;
    }

    /** "... es de mi mamá", and if nobody was named before also "..., mi hija". */
    private static @Nullable Hit after(Reading reading, int to, boolean alone) {
        Words words = reading.words();
        int at = to;
        boolean linked = false;
        if (words.at(at).comma()) {
            at++;
            linked = words.at(at - 1).is("(");
        }
        boolean comma = at > to && !linked;
        while (at < to + 4 && LINKS.contains(words.at(at).plain())) {
            linked |= !words.at(at).is("(") && !comma;
            at++;
        }
        Hit hit = reading.hits().at(Meaning.RELATION, at);
        if (hit == null && FOR.contains(words.at(to).plain())) {
            return belonging(reading, to);
        }
        boolean closed = hit != null
                && (hit.to() >= words.size()
                        || words.at(hit.to()).stop()
                        || words.at(hit.to()).comma());
        return hit != null && (linked && at > to || alone && comma && closed) ? hit : null;
    }

    /** "... para el perro de mi mamá". */
    private static @Nullable Hit belonging(Reading reading, int to) {
        int end = Math.min(reading.words().clauseEnd(to), to + FAR);
        for (int at = to + 2; at < end; at++) {
            Hit hit = OF.contains(reading.words().at(at - 1).plain())
                    ? reading.hits().at(Meaning.RELATION, at)
                    : null;
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** A clause of nothing but a number or an address goes on with what the clause before spoke of. */
    private static Owner fromBefore(Reading reading, int clause) {
        if (clause == 0) {
            Reading asked = reading.asked();
            Hit askedFor = asked == null
                    ? null
                    : asked.hits().last(Meaning.RELATION, 0, asked.words().size());
            return askedFor == null ? CUSTOMER : third(askedFor.code());
        }
        int before = reading.words().clauseStart(clause - 1);
        Hit self = reading.hits().last(Meaning.SELF, before, clause);
        Hit other = reading.hits().last(Meaning.RELATION, before, clause);
        return other != null && (self == null || self.from() < other.from()) ? third(other.code()) : CUSTOMER;
    }

    private static String spokenOf(Reading reading, int before) {
        Hit inMessage = reading.hits().last(Meaning.RELATION, Math.max(0, before - 60), before);
        if (inMessage != null) {
            return inMessage.code();
        }
        String earlier = reading.talk().relation();
        return earlier == null ? "" : earlier;
    }
}
