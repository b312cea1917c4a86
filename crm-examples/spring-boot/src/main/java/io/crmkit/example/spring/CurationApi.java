package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.export.ContactJson;
import io.crmkit.tenant.Tenants;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What people add by hand. Each request is one transaction, which the CRM joins: all of it holds or nothing. */
@RestController
@RequestMapping(path = "/api/contacts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class CurationApi {
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    CurationApi(Tenants tenants, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.transaction = transaction;
    }

    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    String edit(CrmSession session, @PathVariable String id, @RequestBody JsonNode body) {
        Body said = new Body(body, "status", "attributes");
        ContactId contact = Words.contact(id);
        transaction.executeWithoutResult(open -> {
            if (body.has("status")) {
                String status = said.optional("status");
                there(session.setStatus(contact, status == null ? null : Words.status("status", status)));
            }
            for (Map.Entry<String, JsonNode> each : said.object("attributes")) {
                there(session.set(contact, each.getKey(), value(session, each.getKey(), each.getValue())));
            }
        });
        return now(session, contact);
    }

    /** Puts on, takes off, or both. */
    @PostMapping(path = "/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
    String tags(CrmSession session, @PathVariable String id, @RequestBody JsonNode body) {
        Body said = new Body(body, "add", "remove");
        ContactId contact = Words.contact(id);
        List<Tag> add = tags(said, "add");
        List<Tag> remove = tags(said, "remove");
        if (add.isEmpty() && remove.isEmpty()) {
            throw Refused.body("Say {\"add\": [\"vip\"]} or {\"remove\": [\"service_interest:whitening\"]}.");
        }
        transaction.executeWithoutResult(open -> {
            add.forEach(tag -> there(session.tag(contact, tag)));
            remove.forEach(tag -> there(session.untag(contact, tag)));
        });
        return now(session, contact);
    }

    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    String note(CrmSession session, @PathVariable String id, @RequestBody JsonNode body) {
        String text = new Body(body, "text").text("text");
        ContactId contact = Words.contact(id);
        try {
            there(session.note(contact, text));
        } catch (IllegalArgumentException refused) {
            throw Refused.parameter("text", String.valueOf(refused.getMessage()));
        }
        return now(session, contact);
    }

    /** Whoever is blocked is stored and shown, and not written to. */
    @PostMapping(path = "/block", consumes = MediaType.ALL_VALUE)
    String block(CrmSession session, @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        boolean blocked = body == null || new Body(body, "blocked").flag("blocked", true);
        ContactId contact = Words.contact(id);
        there(session.setStatus(contact, blocked ? ContactStatus.BLOCKED : null));
        return now(session, contact);
    }

    private @Nullable AttributeValue value(CrmSession session, String name, JsonNode value) {
        AttributeType type = tenants.settings(session.actor().tenant())
                .attribute(name)
                .orElseThrow(() -> Refused.parameter(
                        "attributes", "There is no such attribute; crm.settings.attributes declares them."));
        try {
            return value.isNull() ? null : AttributeValue.of(type.kind(), value.asString());
        } catch (IllegalArgumentException | DateTimeException noValue) {
            throw Refused.parameter("attributes", "An attribute's value is a " + Words.of(type.kind()) + " here.");
        }
    }

    private static List<Tag> tags(Body said, String name) {
        List<Tag> tags = new ArrayList<>();
        said.texts(name).forEach(text -> tags.add(Words.tag(name, text)));
        return tags;
    }

    private static void there(boolean known) {
        if (!known) {
            throw Refused.unknownContact();
        }
    }

    private static String now(CrmSession session, ContactId contact) {
        return new ContactJson(session).curated(contact).orElseThrow(Refused::unknownContact);
    }
}
