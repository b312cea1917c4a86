package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.segment.Segment;
import io.crmkit.segment.SegmentSize;
import io.crmkit.segment.SmartList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The automatic segments and the clinic's smart lists. */
@RestController
@RequestMapping("/api/segments")
final class SegmentsApi {
    @GetMapping
    Map<String, Object> all(CrmSession session) {
        List<Map<String, Object>> all = session.segments().all().stream()
                .map(segment -> told(segment, session.segments().size(segment.key())))
                .toList();
        return Map.of("segments", all);
    }

    /** One list, or {@code {"lists": […]}}; one of the same key is replaced. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> save(CrmSession session, @RequestBody JsonNode body) {
        List<SmartList> lists = Criteria.lists(body);
        try {
            session.segments().save(lists);
        } catch (IllegalArgumentException unsound) {
            throw Refused.body(String.valueOf(unsound.getMessage()));
        }
        return Map.of("saved", lists.stream().map(list -> list.key().value()).toList());
    }

    private static Map<String, Object> told(Segment segment, SegmentSize size) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", segment.key().value());
        told.put("name", segment.name());
        told.put("automatic", segment.automatic());
        told.put("contacts", size.contacts());
        told.put("more", size.more());
        told.put("criterion", Criteria.written(new SmartList(segment.key(), segment.name(), segment.criterion())));
        return told;
    }
}
