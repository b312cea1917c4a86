package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.TimeOfDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How customers would rather have it: time of day, day of the week, payment, channel, language, staff. */
final class Preferences {
    private static final Set<String> BEFORE = Set.of("antes", "before", "hasta", "until", "till", "ate", "by");

    private Preferences() {}

    static List<Finding> in(Reading reading, List<Finding> moments) {
        List<Finding> found = new ArrayList<>();
        for (Hit hit : first(reading.hits().of(Meaning.PREFERENCE))) {
            add(found, preference(hit.code(), hit.from(), hit.to()));
        }
        for (Hit prefer : first(reading.hits().of(Meaning.PREFER))) {
            Finding finding = around(reading, prefer, moments);
            if (finding != null) {
                add(found, finding);
            }
        }
        return found;
    }

    private static List<Hit> first(List<Hit> hits) {
        return hits.size() <= Readers.MOST ? hits : hits.subList(0, Readers.MOST);
    }

    private static void add(List<Finding> found, Finding finding) {
        if (found.stream().noneMatch(finding::overlaps)) {
            found.add(finding);
        }
    }

    private static Finding preference(String code, int from, int to) {
        String key = code.substring(0, code.indexOf('='));
        Finding finding = Finding.coded(FactType.PREFERENCE, code, 0.88, from, to);
        return new Finding(
                finding.type(),
                key,
                finding.value(),
                finding.subject(),
                "",
                finding.polarity(),
                finding.confidence(),
                from,
                to);
    }

    /** What stands after the words of preference in their clause, or else right before them. */
    private static @Nullable Finding around(Reading reading, Hit prefer, List<Finding> moments) {
        Hit staff = reading.hits().first(Meaning.STAFF, prefer.to(), prefer.to() + 3);
        if (staff != null && reading.words().at(staff.from() - 1).plain().length() <= 4) {
            return preference("staff=" + staff.code(), prefer.from(), staff.to());
        }
        for (Finding moment : moments) {
            int gap = moment.from() - prefer.to();
            boolean after =
                    gap >= 0 && gap <= 4 && moment.from() < reading.words().clauseEnd(prefer.from());
            boolean before = prefer.from() >= moment.to() && prefer.from() - moment.to() <= 1;
            String code = after || before ? code(reading, moment) : null;
            if (code != null) {
                return preference(code, Math.min(prefer.from(), moment.from()), Math.max(prefer.to(), moment.to()));
            }
        }
        return null;
    }

    private static @Nullable String code(Reading reading, Finding moment) {
        FactValue value = moment.value();
        if (value instanceof FactValue.Code recurring) {
            String day = Recurrences.day(recurring.value());
            return day == null ? null : "weekday=" + day;
        }
        if (!(value instanceof TimeOfDay time)) {
            return null;
        }
        String part = switch (time.text()) {
            case "TMO" -> "morning";
            case "TMI" -> "noon";
            case "TAF" -> "afternoon";
            case "TNI" -> "evening";
            default -> null;
        };
        if (part != null) {
            return "time_of_day=" + part;
        }
        Hit bound = reading.hits().before(Meaning.BOUND, moment.from());
        if (bound == null || time.end() != null) {
            return null;
        }
        boolean before = BEFORE.contains(reading.words().at(bound.from()).plain());
        return (before ? "available_before=" : "available_after=") + time.text();
    }
}
