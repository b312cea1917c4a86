package io.crmkit.dashboard;

import io.crmkit.consent.Consent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.rights.Erasure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done for the person behind a contact: what they agree to, taking them out of use, erasing them. */
record Personal(Visit visit, ContactId contact) {
    Answer consent() {
        Purpose purpose =
                Given.oneOf(Purpose.class, visit.request().given("purpose")).orElseThrow(BadForm::new);
        boolean granted = visit.request().given("do").equals("grant");
        boolean found = visit.session().privacy().consent(contact, purpose, Consent.EVERY_CHANNEL, granted, null);
        return found
                ? Answer.go("dashboard/contacts/" + contact + "?said=consent." + (granted ? "granted" : "withdrawn")
                        + "#consents")
                : Answer.problem(404, "unknown");
    }

    Answer restrict() {
        return visit.session().privacy().restrict(contact)
                ? Answer.go("dashboard?said=restricted")
                : Answer.problem(404, "unknown");
    }

    /** Asks once more, and says what it means. */
    Answer ask() {
        @Nullable ContactSummary known =
                visit.session().desk().summaries(List.of(contact)).get(contact);
        return known == null
                ? Answer.problem(404, "unknown")
                : Answer.show(
                        "erase",
                        new EraseView(
                                visit.frame("contacts", visit.words().say("erase")),
                                Row.of(visit.mask().summary(known))));
    }

    Answer erase() {
        if (visit.request().given("sure").isEmpty()) {
            return Answer.go("dashboard/contacts/" + contact + "/erase?said=no.erase");
        }
        Optional<Erasure> erased = visit.session().privacy().erase(contact);
        return erased.isPresent()
                ? Answer.go("dashboard/erasures/" + contact + "?said=erased")
                : Answer.problem(404, "unknown");
    }

    Answer certificate() {
        return visit.session()
                .privacy()
                .erasure(contact)
                .map(erasure -> Answer.show(
                        "erasure",
                        new ErasureView(visit.frame("contacts", visit.words().say("erasure")), erasure)))
                .orElseGet(() -> Answer.problem(404, "unknown"));
    }
}
