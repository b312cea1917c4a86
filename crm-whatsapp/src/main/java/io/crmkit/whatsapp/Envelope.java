package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent.Unreadable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a webhook's body consists of: the changes that can be read, and what stands where changes should. */
record Envelope(List<Change> changes, List<Unreadable> malformed) {
    static final String OBJECT = "whatsapp_business_account";

    static Envelope open(JsonNode body) {
        Envelope envelope = new Envelope(new ArrayList<>(), new ArrayList<>());
        if (!Fields.text(body, "object", OBJECT).equals(OBJECT)) {
            envelope.aside("It is not from WhatsApp.", body);
        } else if (Fields.items(body, "entry").isEmpty()) {
            envelope.aside("It has no entry.", body);
        } else {
            Fields.items(body, "entry").forEach(envelope::entry);
        }
        return envelope;
    }

    private void entry(JsonNode entry) {
        List<JsonNode> found = Fields.items(entry, "changes");
        if (found.isEmpty()) {
            aside("An entry has no changes.", entry);
        }
        for (JsonNode change : found) {
            if (change.path("value").isObject()) {
                changes.add(new Change(Fields.id(entry, Line.LONGEST_ID, "id"), change));
            } else {
                aside("A change has no value.", change);
            }
        }
    }

    private void aside(String reason, JsonNode raw) {
        malformed.add(new Unreadable(Line.CHANNEL, "", reason, Json.write(raw)));
    }
}
