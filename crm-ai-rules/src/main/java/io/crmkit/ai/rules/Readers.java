package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
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

    private Readers() {}

    static List<Finding> read(Reading reading) {
        List<Finding> names = Names.in(reading);
        List<Finding> moments = Moments.in(reading);
        List<Finding> all = new ArrayList<>();
        all.addAll(Mails.in(reading));
        all.addAll(Phones.in(reading));
        all.addAll(names);
        all.addAll(Documents.in(reading));
        all.addAll(Services.in(reading));
        all.addAll(Prices.in(reading));
        all.addAll(Preferences.in(reading, moments));
        all.addAll(Opinions.in(reading));
        all.addAll(Places.in(reading, names));
        for (Finding moment : moments) {
            if (all.stream().noneMatch(other -> OVER_TIME.contains(other.type()) && other.overlaps(moment))
                    && (moment.confidence() > 0.6 || answers(reading, moment))) {
                all.add(moment);
            }
        }
        all.removeIf(finding -> shadowed(finding, all));
        all.sort(Comparator.comparingInt(Finding::from));
        return Corrections.within(reading, all);
    }

    /** What is past is no appointment, unless it is all they say: then it answers a question. */
    private static boolean answers(Reading reading, Finding moment) {
        return reading.words().size() - (moment.to() - moment.from()) <= 2;
    }

    private static boolean shadowed(Finding finding, List<Finding> all) {
        return switch (finding.type()) {
            case SERVICE, COMPETITOR, LOCATION ->
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
