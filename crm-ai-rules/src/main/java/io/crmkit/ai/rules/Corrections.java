package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Polarity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was said and taken back: "no es …, es …", "…, perdón, …". */
final class Corrections {
    private static final Set<FactType> SINGLE = EnumSet.of(FactType.EMAIL, FactType.PHONE);
    private static final Set<FactType> DENIABLE =
            EnumSet.of(FactType.EMAIL, FactType.PHONE, FactType.DATE_TIME, FactType.SERVICE, FactType.LOCATION);
    private static final Set<String> TOWARDS = Set.of("para", "al", "a", "por", "pra", "to", "ao");

    private static final Set<String> TO_A_DAY = Set.of("para", "al", "pra", "to", "ao");

    private Corrections() {}

    static List<Finding> within(Reading reading, List<Finding> findings) {
        List<Finding> settled = new ArrayList<>();
        for (Finding finding : findings) {
            settled.add(
                    DENIABLE.contains(finding.type()) && denied(reading, finding)
                            ? finding.as(Polarity.NEGATED)
                            : finding);
        }
        for (int i = 0; i + 1 < settled.size(); i++) {
            Finding first = settled.get(i);
            Finding second = settled.get(i + 1);
            boolean same = DENIABLE.contains(first.type())
                    && first.type() == second.type()
                    && first.subject() == second.subject()
                    && first.asserted();
            if (same
                    && (reading.hits().within(Meaning.SORRY, first.to(), second.from())
                            || moved(reading, first, second))) {
                settled.set(i, first.as(Polarity.REJECTED));
            }
        }
        return settled;
    }

    /** Whether this message says that what it brings replaces what was said before. */
    static boolean opens(Reading reading, Finding finding) {
        int start = reading.words().clauseStart(finding.from());
        return SINGLE.contains(finding.type())
                && (reading.hits().within(Meaning.SORRY, Math.max(0, start - 6), finding.from())
                        || reading.words().at(finding.from() - 1).is("*"));
    }

    /** "From Monday to Friday", "I had Monday, but could it be Friday", where an appointment is moved. */
    private static boolean moved(Reading reading, Finding first, Finding second) {
        return first.type() == FactType.DATE_TIME
                && wants(reading, "RESCHEDULE")
                && (second.from() - first.to() <= 2
                                && TOWARDS.contains(
                                        reading.words().at(first.to()).plain())
                        || reading.hits().within(Meaning.BUT, first.to(), second.from())
                        || TO_A_DAY.contains(
                                reading.words().at(second.from() - 1).plain()));
    }

    private static boolean wants(Reading reading, String code) {
        return reading.hits().of(Meaning.INTENT).stream()
                .anyMatch(intent -> intent.code().equals(code));
    }

    /** Where an appointment is called off, "I cannot come on Friday" says which. */
    private static boolean denied(Reading reading, Finding finding) {
        if (finding.type() == FactType.DATE_TIME && wants(reading, "CANCEL") && !wants(reading, "RESCHEDULE")) {
            return false;
        }
        boolean instead = reading.hits().before(Meaning.INSTEAD, finding.from()) != null
                || reading.hits().before(Meaning.INSTEAD, finding.from() - 1) != null;
        if (instead || reading.denied(finding.from())) {
            return true;
        }
        Words words = reading.words();
        int after = words.at(finding.to()).comma() ? finding.to() + 1 : finding.to();
        Hit not = reading.hits().at(Meaning.NOT, after);
        if (not == null || !not.code().equals("after")) {
            return false;
        }
        boolean alone = not.to() - not.from() == 1;
        Word next = words.at(not.to());
        return !alone || not.to() >= words.size() || next.stop() || next.comma();
    }
}
