package io.crmkit.whatsapp;

import io.crmkit.interaction.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Structured answers: buttons pressed, rows chosen, forms filled in, and the kinds that are still to come. */
final class Replies {
    private Replies() {}

    static @Nullable Reply read(String type, JsonNode part) {
        if (type.equals("button") && part.isObject()) {
            return new Reply("button", Fields.text(part, "payload"), Fields.text(part, "text"), null);
        }
        if (!type.equals("interactive") || !choice(part).isObject()) {
            return null;
        }
        JsonNode choice = choice(part);
        String kind = Contents.type(part);
        return switch (kind) {
            case "button_reply", "list_reply" ->
                new Reply(kind, Fields.text(choice, "id"), Fields.text(choice, "title"), null);
            case "nfm_reply" ->
                new Reply(
                        kind,
                        Fields.text(choice, "name"),
                        Fields.text(choice, "body"),
                        Fields.text(choice, "response_json"));
            case "call_permission_reply" -> new Reply(kind, Fields.text(choice, "response"), null, Json.write(choice));
            default -> new Reply(kind, Fields.text(choice, "id"), Fields.text(choice, "title"), Json.write(choice));
        };
    }

    /** What was chosen; of an interactive message of the business what it asks. */
    static @Nullable String text(JsonNode part) {
        String chosen = Fields.text(choice(part), "title", "body", "response");
        return chosen != null ? chosen : Fields.text(part.path("body"), "text");
    }

    private static JsonNode choice(JsonNode part) {
        return part.path(Contents.type(part));
    }
}
