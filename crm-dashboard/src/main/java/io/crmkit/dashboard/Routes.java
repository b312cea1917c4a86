package io.crmkit.dashboard;

import io.crmkit.contact.ContactId;
import java.util.List;
import java.util.function.Function;

/** Which page answers which path. */
final class Routes {
    private static final Answer UNKNOWN = Answer.problem(404, "unknown");

    Answer get(Visit visit) {
        List<String> path = visit.path();
        if (path.isEmpty()) {
            return Answer.go("dashboard");
        }
        if (path.size() == 1) {
            return switch (path.get(0)) {
                case "dashboard" -> Contacts.show(visit);
                case "consultas" -> Queues.show(visit, "inquiries");
                case "soporte" -> Queues.show(visit, "support");
                default -> UNKNOWN;
            };
        }
        if (!path.get(0).equals("dashboard")) {
            return UNKNOWN;
        }
        return switch (path.size()) {
            case 2 -> page(visit, path.get(1));
            case 3 -> thing(visit, path.get(1), path.get(2));
            case 4 -> path.get(1).equals("contacts") ? ofContact(visit, path.get(2), path.get(3)) : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static Answer page(Visit visit, String name) {
        return switch (name) {
            case "duplicates" -> new Doubles(visit).list();
            case "merge" -> new Doubles(visit).preview();
            case "jobs" -> new Jobs(visit).list();
            case "figures" -> new Figures(visit).show();
            case "segments" -> new Lists(visit).all();
            case "exports" -> new Exporting(visit).show();
            case "audit" -> new Auditing(visit).show();
            default -> UNKNOWN;
        };
    }

    private static Answer thing(Visit visit, String kind, String id) {
        return switch (kind) {
            case "contacts" -> contact(id, contact -> ContactPage.show(visit, contact));
            case "jobs" -> new Jobs(visit).one(id);
            case "lists" -> id.equals("new") ? new Lists(visit).fresh() : new Lists(visit).edit(id);
            case "erasures" -> contact(id, contact -> new Personal(visit, contact).certificate());
            default -> UNKNOWN;
        };
    }

    private static Answer ofContact(Visit visit, String id, String what) {
        return contact(id, contact -> switch (what) {
            case "brief" -> BriefView.show(visit, contact);
            case "erase" -> new Personal(visit, contact).ask();
            default -> UNKNOWN;
        });
    }

    private static Answer contact(String id, Function<ContactId, Answer> page) {
        return Given.contact(id).map(page).orElse(UNKNOWN);
    }

    Answer post(Visit visit) {
        List<String> path = visit.path();
        if (path.size() < 2 || !path.get(0).equals("dashboard")) {
            return UNKNOWN;
        }
        String name = path.get(1);
        if (path.size() == 4 && name.equals("contacts")) {
            return contact(path.get(2), contact -> toContact(visit, contact, path.get(3)));
        } else if (path.size() == 3 && name.equals("jobs")) {
            return new Jobs(visit).steer(path.get(2));
        } else if (path.size() != 2) {
            return UNKNOWN;
        }
        return switch (name) {
            case "bulk" -> new Bulk(visit).post();
            case "merge" -> new Doubles(visit).merge();
            case "duplicates" -> new Doubles(visit).dismiss();
            case "lists" -> new Lists(visit).post();
            case "exports" -> new Exporting(visit).download();
            default -> UNKNOWN;
        };
    }

    private static Answer toContact(Visit visit, ContactId contact, String what) {
        return switch (what) {
            case "message" -> MessageBox.send(visit, contact);
            case "undo" -> new Doubles(visit).undo(contact);
            case "consent" -> new Personal(visit, contact).consent();
            case "restrict" -> new Personal(visit, contact).restrict();
            case "erase" -> new Personal(visit, contact).erase();
            default -> new Curating(visit, contact).post(what);
        };
    }
}
