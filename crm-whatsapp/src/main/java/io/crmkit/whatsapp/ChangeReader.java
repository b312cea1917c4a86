package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.interaction.Author;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads one change, so that nothing of it is lost: what cannot be read is kept aside. */
record ChangeReader(Change change, Line line) {

    List<InboundEvent> read() {
        JsonNode value = change.value();
        Times times = new Times(value);
        if (change.field().equals("messaging_handovers")) {
            Scene scene = Scene.of(line, value, times);
            return List.of(scene.alone(value, () -> new Notices(scene).handover(value)));
        }
        boolean past = change.field().equals("history");
        List<InboundEvent> events = new PartReader(value, Scene.of(line, value, times), Author.AGENT, past).read();
        return events.isEmpty() ? List.of(change.aside(whyAside())) : events;
    }

    private String whyAside() {
        if (!Fields.absent(change.value().path("errors"))) {
            return "The platform reports an error that belongs to no message.";
        }
        String field = change.field();
        return field.isEmpty() || field.equals("messages")
                ? "There is nothing in it that is known."
                : "Changes of " + field + " are not read.";
    }
}
