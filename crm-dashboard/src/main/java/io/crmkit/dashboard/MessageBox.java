package io.crmkit.dashboard;

import io.crmkit.contact.ContactId;
import io.crmkit.outreach.Decision;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.privacy.Permission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an answer is written, or why none can be sent.
 *
 * @param reasons what speaks against it, in words; empty if nothing does
 * @param until until when anything may be said, in words; empty if that is not limited
 */
record MessageBox(List<String> reasons, String until) {
    private static final int LONGEST = 4_000;

    /** Empty for those who may send nothing. */
    static Optional<MessageBox> of(Visit visit, ContactId contact) {
        if (!visit.reveals() || !visit.mayChange(Permission.SEND_MESSAGES)) {
            return Optional.empty();
        }
        Decision decision = visit.session().outreach().decide(contact, Draft.answer("…"));
        return Optional.of(new MessageBox(
                decision.objections().stream().map(each -> said(visit, each)).toList(),
                Optional.ofNullable(decision.openUntil())
                        .map(until -> visit.times().moment(until))
                        .orElse("")));
    }

    private static String said(Visit visit, Objection objection) {
        Words words = visit.words();
        String reason = words.say("objection." + objection.reason().name());
        return objection.until() == null
                ? reason
                : reason + " " + words.say("objection.until", visit.times().moment(objection.until()));
    }

    /** The same words from the same page are one message, however often they are submitted. */
    static Answer send(Visit visit, ContactId contact) {
        String text = visit.request().given("text");
        if (text.isEmpty() || text.length() > LONGEST) {
            return said(contact, "no.message.empty");
        }
        byte[] once = (visit.request().given(Visit.TOKEN) + contact + text).getBytes(StandardCharsets.UTF_8);
        SendOutcome outcome = visit.session()
                .outreach()
                .send(contact, Draft.answer(text).once("dashboard " + UUID.nameUUIDFromBytes(once)));
        if (outcome instanceof SendOutcome.Sent) {
            return said(contact, "message.sent");
        } else if (outcome instanceof SendOutcome.Postponed) {
            return said(contact, "message.postponed");
        } else if (outcome instanceof SendOutcome.Unknown) {
            return said(contact, "message.unknown");
        }
        return said(contact, outcome instanceof SendOutcome.NotAllowed ? "no.message.refused" : "no.message.failed");
    }

    private static Answer said(ContactId contact, String what) {
        return Answer.go("dashboard/contacts/" + contact + "?said=" + what + "#message");
    }
}
