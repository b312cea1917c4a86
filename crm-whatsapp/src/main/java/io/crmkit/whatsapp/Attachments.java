package io.crmkit.whatsapp;

import io.crmkit.interaction.Attachment;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The file of a media message. Its address is left out: it is of use for five minutes, the id for seven days. */
final class Attachments {
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "voice", "document", "sticker");

    private Attachments() {}

    static List<Attachment> read(String type, JsonNode part) {
        boolean media = MEDIA.contains(type) || part.path("mime_type").isString();
        if (!media || !part.isObject()) {
            return List.of();
        }
        return List.of(new Attachment(
                Fields.yes(part, "voice") ? "voice" : type,
                Fields.text(part, "id"),
                Fields.text(part, "mime_type"),
                Fields.text(part, "sha256"),
                Fields.text(part, "filename")));
    }
}
