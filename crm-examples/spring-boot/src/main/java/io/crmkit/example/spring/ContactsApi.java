package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.export.ContactJson;
import io.crmkit.privacy.Role;
import io.crmkit.rights.Erasure;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contact list and what there is about each; the id of one that was merged leads to the one it became. */
@RestController
@RequestMapping(path = "/api/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
final class ContactsApi {
    private final Contacts contacts;

    ContactsApi(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    String list(
            CrmSession session,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ListQuery asked = contacts.asked(request, "cursor", "limit");
        return new ContactJson(session)
                .list(
                        contacts.page(session, asked.query(), cursor, Contacts.limit(limit)),
                        Contacts.messages(session, asked.typed(), cursor));
    }

    @GetMapping("/{id}")
    String contact(CrmSession session, @PathVariable String id) {
        boolean personal = !session.actor().roles().equals(Set.of(Role.ANALYST));
        return there(new ContactJson(session).contact(Words.contact(id), personal));
    }

    /** The certificate; asked again, the same. */
    @DeleteMapping("/{id}")
    Map<String, Object> erase(CrmSession session, @PathVariable String id) {
        Erasure erasure = session.privacy().erase(Words.contact(id)).orElseThrow(Refused::unknownContact);
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("id", erasure.id().toString());
        certificate.put(
                "contacts", erasure.contacts().stream().map(ContactId::toString).toList());
        certificate.put("by", erasure.by());
        certificate.put("at", erasure.at());
        certificate.put("completedAt", erasure.completedAt());
        certificate.put("complete", erasure.complete());
        certificate.put("removed", erasure.removed());
        certificate.put("remaining", erasure.remaining());
        return certificate;
    }

    @GetMapping("/{id}/timeline")
    String timeline(
            CrmSession session,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return there(new ContactJson(session).timeline(Words.contact(id), cursor, Contacts.limit(limit)));
    }

    @GetMapping("/{id}/appointments")
    String appointments(CrmSession session, @PathVariable String id) {
        return there(new ContactJson(session).appointments(Words.contact(id)));
    }

    @GetMapping("/{id}/facts")
    String facts(CrmSession session, @PathVariable String id) {
        return there(new ContactJson(session).facts(Words.contact(id)));
    }

    @GetMapping("/{id}/segments")
    String segments(CrmSession session, @PathVariable String id) {
        return there(new ContactJson(session).segments(Words.contact(id)));
    }

    @GetMapping("/{id}/suggestions")
    String suggestions(CrmSession session, @PathVariable String id) {
        return there(new ContactJson(session).suggestions(Words.contact(id)));
    }

    @GetMapping("/{id}/chatbot-context")
    String chatbotContext(
            CrmSession session, @PathVariable String id, @RequestParam(defaultValue = "2000") int characters) {
        if (characters < 100 || characters > 100_000) {
            throw Refused.parameter("characters", "It is 100 to 100000.");
        }
        return there(new ContactJson(session).chatbotContext(Words.contact(id), characters));
    }

    @GetMapping("/{id}/handoff")
    String handoff(CrmSession session, @PathVariable String id) {
        return there(new ContactJson(session).handoff(Words.contact(id)));
    }

    private static String there(Optional<String> json) {
        return json.orElseThrow(Refused::unknownContact);
    }
}
