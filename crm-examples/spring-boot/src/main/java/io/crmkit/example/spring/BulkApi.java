package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One change to many contacts, in the background. The same key is the same job. */
@RestController
@RequestMapping("/api/bulk")
final class BulkApi {
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> start(CrmSession session, @RequestBody JsonNode body) {
        Body said = new Body(body, "key", "action", "tags", "status", "survivor", "contacts", "criterion");
        BulkStart start;
        try {
            start = session.bulk().start(new BulkRequest(said.text("key"), action(said), chosen(said)));
        } catch (IllegalArgumentException refused) {
            throw Refused.body(String.valueOf(refused.getMessage()));
        }
        if (start instanceof BulkStart.Accepted accepted) {
            BulkJob job = accepted.job();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/bulk/" + job.id()))
                    .body(told(job));
        }
        throw Refused.conflict("This key names another request already: take a new one.");
    }

    @GetMapping("/{id}")
    Map<String, Object> job(
            CrmSession session,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        BulkId bulk = bulk(id);
        BulkJob job = session.bulk().find(bulk).orElseThrow(BulkApi::unknown);
        Page<BulkResult> results = session.bulk().results(bulk, cursor, Contacts.limit(limit));
        Map<String, Object> told = told(job);
        told.put("results", results.items().stream().map(BulkApi::told).toList());
        told.put("next", results.next().orElse(null));
        session.bulk().stuck(bulk).ifPresent(parked -> told.put("stuck", true));
        return told;
    }

    private static BulkAction action(Body said) {
        String action = said.text("action");
        return switch (action.replace('-', '_')) {
            case "add_tags" -> new BulkAction.PutTags(tags(said));
            case "remove_tags" -> new BulkAction.TakeTags(tags(said));
            case "set_status" -> {
                String status = said.optional("status");
                yield new BulkAction.SetStatus(status == null ? null : Words.status("status", status));
            }
            case "merge" -> new BulkAction.MergeInto(Words.contact(said.text("survivor")));
            default -> throw Refused.parameter("action", "It is add_tags, remove_tags, set_status or merge.");
        };
    }

    private static Set<Tag> tags(Body said) {
        return said.texts("tags").stream().map(text -> Words.tag("tags", text)).collect(Collectors.toSet());
    }

    private static Chosen chosen(Body said) {
        if (said.has("criterion") == said.has("contacts")) {
            throw Refused.parameter("contacts", "Say either \"contacts\", a list of ids, or a \"criterion\".");
        }
        if (said.has("criterion")) {
            return new Chosen.All(Criteria.of(said.get("criterion")));
        }
        Set<ContactId> ids = said.texts("contacts").stream().map(Words::contact).collect(Collectors.toSet());
        return new Chosen.These(ids);
    }

    private static Map<String, Object> told(BulkJob job) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", job.id().toString());
        told.put("state", Words.of(job.state()));
        told.put("startedBy", job.startedBy());
        told.put("startedAt", job.startedAt());
        told.put("chosen", job.progress().chosen());
        told.put("done", job.progress().done());
        told.put("unchanged", job.progress().unchanged());
        told.put("refused", job.progress().refused());
        told.put("left", job.progress().left());
        return told;
    }

    private static Map<String, Object> told(BulkResult result) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("contactId", result.contact().toString());
        told.put("outcome", Words.of(result.outcome()));
        if (result.outcome() instanceof BulkOutcome.Refused refused) {
            told.put("reason", Words.of(refused.reason()));
        }
        return told;
    }

    private static BulkId bulk(String id) {
        try {
            return BulkId.of(id);
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.notFound("There is no such job here: POST /api/bulk gives the id of one.");
    }
}
