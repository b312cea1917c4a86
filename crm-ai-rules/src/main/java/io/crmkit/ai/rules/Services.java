package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Subject;
import java.util.ArrayList;
import java.util.List;

/** What the business's own catalogue names: services, staff, branches, insurers. */
final class Services {
    private Services() {}

    static List<Finding> in(Reading reading) {
        List<Finding> found = new ArrayList<>();
        Hits hits = reading.hits();
        for (Hit service : hits.of(Meaning.SERVICE)) {
            if (!idiom(reading, service) && !hadBefore(reading, service)) {
                found.add(Finding.coded(FactType.SERVICE, service.code(), 0.93, service.from(), service.to())
                        .of(Owner.of(reading, service.from(), service.to())));
            }
        }
        for (Hit insurer : hits.of(Meaning.INSURER)) {
            found.add(Finding.coded(FactType.INSURANCE, insurer.code(), 0.93, insurer.from(), insurer.to()));
        }
        for (Hit staff : hits.of(Meaning.STAFF)) {
            if (reading.words().capital(staff.from()) || with(reading, staff)) {
                found.add(Finding.coded(FactType.PROVIDER_NAME, staff.code(), 0.9, staff.from(), staff.to())
                        .about(Subject.BUSINESS));
            }
        }
        for (Hit branch : hits.of(Meaning.BRANCH)) {
            found.add(Finding.coded(FactType.LOCATION, branch.code(), 0.86, branch.from(), branch.to())
                    .about(Subject.BUSINESS));
        }
        return found;
    }

    private static boolean with(Reading reading, Hit staff) {
        Word before = reading.words().at(staff.from() - 1);
        return before.is("con") || before.is("com") || before.is("with") || before.is("la") || before.is("el");
    }

    /** "Hace tres semanas que espero los lentes": whoever waits for it or has it does not ask for it again. */
    private static boolean hadBefore(Reading reading, Hit service) {
        return reading.hits().before(Meaning.ORDERED, service.from()) != null
                || reading.hits().at(Meaning.ARRIVED, service.to()) != null;
    }

    /** "Te hago una consulta" asks for nothing in the catalogue. */
    private static boolean idiom(Reading reading, Hit service) {
        if (!reading.hits().covers(Meaning.IDIOM, service.from())) {
            return false;
        }
        int next = service.to();
        boolean alone = next >= reading.words().size()
                || reading.words().at(next).stop()
                || reading.words().at(next).comma();
        Hit idiom = reading.hits().last(Meaning.IDIOM, Math.max(0, service.from() - 5), next);
        return alone
                || idiom == null
                || idiom.to() > next
                || idiom.to() - idiom.from() > 2
                || !reading.words().at(next).is("con")
                        && !reading.words().at(next).is("para");
    }
}
