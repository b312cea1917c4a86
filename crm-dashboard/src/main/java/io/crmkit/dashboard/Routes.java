package io.crmkit.dashboard;

import io.crmkit.contact.ContactId;
import java.util.List;
import java.util.Optional;

/** Which page answers which path. */
final class Routes {
    Answer get(Visit visit) {
        List<String> path = visit.path();
        if (path.isEmpty()) {
            return Answer.go("dashboard");
        }
        String first = path.get(0);
        if (!first.equals("dashboard")) {
            return Answer.problem(404, "unknown");
        }
        if (path.size() == 1) {
            return Contacts.show(visit);
        }
        return switch (path.get(1)) {
            case "contacts" -> contact(visit, path);
            default -> Answer.problem(404, "unknown");
        };
    }

    private static Answer contact(Visit visit, List<String> path) {
        Optional<ContactId> id = path.size() == 3 ? Given.contact(path.get(2)) : Optional.empty();
        return id.map(contact -> ContactPage.show(visit, contact)).orElseGet(() -> Answer.problem(404, "unknown"));
    }

    Answer post(Visit visit) {
        List<String> path = visit.path();
        if (path.size() == 4 && path.get(0).equals("dashboard") && path.get(1).equals("contacts")) {
            return Given.contact(path.get(2))
                    .map(contact -> new Curating(visit, contact).post(path.get(3)))
                    .orElseGet(() -> Answer.problem(404, "unknown"));
        }
        return Answer.problem(404, "unknown");
    }
}
