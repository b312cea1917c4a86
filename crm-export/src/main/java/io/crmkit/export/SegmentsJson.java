package io.crmkit.export;

import io.crmkit.segment.Explanation;
import io.crmkit.segment.Membership;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The segments a contact is in, since when and why. */
final class SegmentsJson {
    private SegmentsJson() {}

    static void write(JsonGenerator json, List<Membership> memberships) {
        json.writeArrayPropertyStart("segments");
        for (Membership each : memberships) {
            json.writeStartObject();
            json.writeStringProperty("key", each.segment().key().value());
            EntryJson.time(json, "since", each.since().orElse(null));
            json.writeStringProperty("because", because(each.because()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What was looked at, of each simple criterion that makes it so. */
    private static String because(Explanation explanation) {
        String found = explanation
                .reasons()
                .flatMap(reason -> reason.found().stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "fulfils its criteria" : found;
    }
}
