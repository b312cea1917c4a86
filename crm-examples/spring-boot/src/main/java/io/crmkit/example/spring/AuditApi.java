package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditVerdict;
import io.crmkit.contact.ContactId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what with whose data, the newest first; and, if asked, whether that record is sound. */
@RestController
final class AuditApi {
    @GetMapping("/api/audit")
    Map<String, Object> audit(
            CrmSession session,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "false") boolean verify,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        AuditQuery query = new AuditQuery(
                contact == null ? null : Words.contact(contact), actor, time("from", from), time("until", until));
        Map<String, Object> told = new LinkedHashMap<>();
        if (verify) {
            session.audit().seal();
            told.put("verdict", told(session.audit().verify()));
        }
        Page<AuditEntry> page = session.audit().page(query, cursor, Contacts.limit(limit));
        told.put("entries", page.items().stream().map(AuditApi::told).toList());
        told.put("next", page.next().orElse(null));
        return told;
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw Refused.parameter(name, "It is a time like 2026-03-10T12:40:04Z.");
        }
    }

    private static Map<String, Object> told(AuditVerdict verdict) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sound", verdict instanceof AuditVerdict.Sound);
        if (verdict instanceof AuditVerdict.Sound sound) {
            told.put("upTo", sound.upTo());
            told.put("unsealed", sound.unsealed());
        } else if (verdict instanceof AuditVerdict.Tampered tampered) {
            told.put("place", tampered.place());
            told.put("reason", tampered.reason().name());
        }
        return told;
    }

    private static Map<String, Object> told(AuditEntry entry) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", entry.at());
        told.put("actor", entry.actor());
        told.put("role", entry.role());
        told.put("action", entry.action());
        told.put("outcome", entry.outcome().name());
        told.put("fields", entry.fields());
        told.put("purpose", entry.purpose());
        told.put("request", entry.request());
        told.put("count", entry.count());
        told.put("contacts", entry.contacts().stream().map(ContactId::toString).toList());
        return told;
    }
}
