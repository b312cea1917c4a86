package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.Objection.Reason;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.SendOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the clinic's people say to contacts; with a {@code key}, once however often it is asked for. */
@RestController
final class MessagesApi {
    @PostMapping(path = "/api/contacts/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> send(
            CrmSession session, @PathVariable String id, @RequestBody JsonNode body) {
        ContactId contact = Words.contact(id);
        SendOutcome outcome =
                session.outreach().send(contact, draft(new Body(body, "text", "template", "purpose", "key")));
        if (outcome instanceof SendOutcome.NotAllowed refused) {
            List<Objection> objections = refused.decision().objections();
            boolean unknown = objections.stream()
                    .anyMatch(each -> each.reason() == Reason.UNKNOWN_CONTACT || each.reason() == Reason.ERASED);
            throw unknown
                    ? Refused.unknownContact()
                    : Refused.conflict("It may not be sent now: "
                            + String.join(
                                    ", ",
                                    objections.stream()
                                            .map(each -> Words.of(each.reason()))
                                            .toList()) + ".");
        }
        return ResponseEntity.status(status(outcome)).body(told(outcome));
    }

    private static Draft draft(Body said) {
        try {
            String purpose = said.optional("purpose");
            String key = said.optional("key");
            Outgoing message = said.has("template")
                    ? template(new Body(said.get("template"), "name", "language", "fields"))
                    : new Outgoing.Text(said.text("text"), null);
            Draft draft =
                    Draft.of(purpose == null ? Purpose.ANSWER : Words.word(Purpose.class, "purpose", purpose), message);
            return key == null ? draft : draft.once(key);
        } catch (IllegalArgumentException refused) {
            throw Refused.body(String.valueOf(refused.getMessage()));
        }
    }

    private static Outgoing template(Body said) {
        return Outgoing.Template.of(
                said.text("name"), said.text("language"), said.texts("fields").toArray(String[]::new));
    }

    private static HttpStatus status(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            return HttpStatus.CREATED;
        }
        return outcome instanceof SendOutcome.Failed ? HttpStatus.BAD_GATEWAY : HttpStatus.ACCEPTED;
    }

    private static Map<String, @Nullable Object> told(SendOutcome outcome) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("outcome", Words.of(outcome));
        if (outcome instanceof SendOutcome.Sent sent) {
            told.put("sendingId", sent.sending().toString());
        } else if (outcome instanceof SendOutcome.Postponed postponed) {
            told.put("sendingId", postponed.sending().toString());
            told.put("until", postponed.until());
        } else if (outcome instanceof SendOutcome.Unknown unknown) {
            told.put("sendingId", unknown.sending().toString());
        } else if (outcome instanceof SendOutcome.Failed failed) {
            told.put("sendingId", failed.sending().toString());
            told.put("code", failed.code());
            told.put("advice", Words.of(failed.advice()));
            told.put("stop", failed.stop());
        }
        return told;
    }
}
