package io.crmkit.example.spring;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.Outcome;
import io.crmkit.clinic.Incomplete;
import io.crmkit.clinic.Told;
import io.crmkit.privacy.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the clinic's own systems tell: its bot, its scheduler, its till. Telling twice is telling once. */
@RestController
@RequestMapping(path = "/api", consumes = MediaType.APPLICATION_JSON_VALUE)
final class CaptureApi {
    private final CrmSession clinic;
    private final Lines lines;

    CaptureApi(Crm crm, ClinicProperties properties, Lines lines) {
        this.clinic = crm.as(Actor.system(properties.tenant()));
        this.lines = lines;
    }

    @PostMapping("/sent")
    ResponseEntity<Map<String, Object>> sent(@RequestBody String json) {
        return capture(Told.Kind.SENT, json);
    }

    @PostMapping("/appointments")
    ResponseEntity<Map<String, Object>> appointment(@RequestBody String json) {
        return capture(Told.Kind.APPOINTMENT, json);
    }

    @PostMapping("/payments")
    ResponseEntity<Map<String, Object>> payment(@RequestBody String json) {
        return capture(Told.Kind.PAYMENT, json);
    }

    @PostMapping("/events")
    ResponseEntity<Map<String, Object>> event(@RequestBody String json) {
        return capture(Told.Kind.EVENT, json);
    }

    private ResponseEntity<Map<String, Object>> capture(Told.Kind kind, String json) {
        try {
            Outcome outcome =
                    clinic.capture(Told.of(kind, json, lines::of)).outcomes().get(0);
            HttpStatus status = outcome instanceof Outcome.Captured ? HttpStatus.CREATED : HttpStatus.OK;
            return ResponseEntity.status(status).body(said(outcome));
        } catch (Incomplete incomplete) {
            throw Refused.body(String.valueOf(incomplete.getMessage()));
        }
    }

    private static Map<String, Object> said(Outcome outcome) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("outcome", Words.of(outcome));
        if (outcome instanceof Outcome.Captured captured) {
            said.put("contactId", captured.contact().toString());
        } else if (outcome instanceof Outcome.KeptAside aside) {
            said.put("reason", aside.reason());
        }
        return said;
    }
}
