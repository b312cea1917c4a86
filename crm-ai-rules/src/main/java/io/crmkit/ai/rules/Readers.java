package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All readers, one after the other, and what remains where two of them see something in the same words. */
final class Readers {
    private static final Set<FactType> OVER_TIME = EnumSet.of(
            FactType.PREFERENCE,
            FactType.COMPLAINT,
            FactType.FRUSTRATION,
            FactType.PHONE,
            FactType.PRICE,
            FactType.ID_NUMBER,
            FactType.EMAIL,
            FactType.ADDRESS,
            FactType.SATISFACTION,
            FactType.PERSON_NAME);

    private static final Set<FactType> NAMED =
            EnumSet.of(FactType.EMAIL, FactType.PERSON_NAME, FactType.ADDRESS, FactType.COMPETITOR, FactType.COMPANY);
    /** No message tells so much; what is beyond is a flood. */
    static final int MOST = 100;

    private Readers() {}

    static List<Finding> read(Reading reading) {
        List<Finding> names = first(Names.in(reading));
        List<Finding> moments = first(Moments.in(reading));
        List<Finding> all = new ArrayList<>();
        all.addAll(first(Mails.in(reading)));
        all.addAll(first(Phones.in(reading)));
        all.addAll(names);
        all.addAll(first(Documents.in(reading)));
        all.addAll(first(Services.in(reading)));
        all.addAll(first(Prices.in(reading)));
        all.addAll(first(Preferences.in(reading, moments)));
        all.addAll(first(Opinions.in(reading)));
        all.addAll(first(Places.in(reading, names)));
        for (Finding moment : moments) {
            if (all.stream().noneMatch(other -> OVER_TIME.contains(other.type()) && other.overlaps(moment))
                    && !hoursAsked(reading, moment)
                    && (moment.confidence() > 0.6 || answers(reading, moment))) {
                all.add(moment);
            }
        }
        all.removeIf(finding -> shadowed(finding, all));
        all.sort(Comparator.comparingInt(Finding::from));
        return Corrections.within(reading, all);
    }

    /** "Abren los sábados?" asks for the business's days and says nothing of theirs. */
    private static boolean hoursAsked(Reading reading, Finding moment) {
        return moment.value() instanceof FactValue.Code
                && reading.hits().of(Meaning.INTENT).stream()
                        .anyMatch(intent -> intent.code().equals("ASK_HOURS"));
    }

    private static List<Finding> first(List<Finding> found) {
        return found.size() <= MOST ? found : found.subList(0, MOST);
    }

    /** What is past is no appointment, unless it is all they say: then it answers a question. */
    private static boolean answers(Reading reading, Finding moment) {
        return reading.words().size() - (moment.to() - moment.from()) <= 2;
    }

    private static boolean shadowed(Finding finding, List<Finding> all) {
        return switch (finding.type()) {
            case SERVICE -> all.stream().anyMatch(other -> NAMED.contains(other.type()) && other.overlaps(finding));
            case COMPETITOR, LOCATION ->
                all.stream()
                        .anyMatch(other -> other != finding
                                && (other.type() == FactType.EMAIL
                                        || other.type() == FactType.PERSON_NAME
                                        || other.type() == FactType.ADDRESS)
                                && other.overlaps(finding));
            case PROVIDER_NAME ->
                all.stream()
                        .anyMatch(other -> other.type() == FactType.PERSON_NAME
                                && other.subject() != Subject.BUSINESS
                                && other.overlaps(finding));
            default -> false;
        };
    }
}
