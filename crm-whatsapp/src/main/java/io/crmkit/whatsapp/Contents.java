package io.crmkit.whatsapp;

import io.crmkit.interaction.Content;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a message says, of whatever type. A type nobody has heard of is read like the others, as far as it has parts of
 * the usual names.
 */
record Contents(@Nullable String senderName, JsonNode lentErrors) {
    static final String UNKNOWN = "unknown";

    /** Of an update that is nobody's saying. */
    static final Contents PLAIN = new Contents(null, MissingNode.getInstance());

    static String type(JsonNode said) {
        return Text.word(Fields.text(said, "type"), UNKNOWN);
    }

    /**
     * Reads the content.
     *
     * @param said where its type and its parts are
     * @param raw all there is, to be kept
     */
    Content read(JsonNode said, JsonNode raw) {
        String type = type(said);
        JsonNode part = said.path(type);
        JsonNode context = said.path("context");
        String text = text(type, said, part);
        return new Content(
                type,
                text == null ? null : Text.cut(text, Content.TEXT_LIMIT),
                Attachments.read(type, part),
                Replies.read(type, part),
                type.equals("contacts") ? Cards.read(said) : List.of(),
                place(part),
                referral(said.path("referral")),
                Fields.id(context, 512, "id"),
                Fields.yes(context, "forwarded") || Fields.yes(context, "frequently_forwarded"),
                errors(said),
                senderName,
                Json.write(raw));
    }

    private static @Nullable String text(String type, JsonNode said, JsonNode part) {
        return switch (type) {
            case "button" -> Fields.text(part, "text", "payload");
            case "interactive" -> Replies.text(part);
            case "contacts" -> Cards.names(said);
            case "location" -> Fields.text(part, "name", "address");
            default -> Fields.text(part, "body", "caption", "text");
        };
    }

    private static @Nullable Place place(JsonNode part) {
        OptionalDouble latitude = part.path("latitude").doubleValueOpt();
        OptionalDouble longitude = part.path("longitude").doubleValueOpt();
        boolean onEarth = latitude.isPresent()
                && longitude.isPresent()
                && Math.abs(latitude.getAsDouble()) <= 90
                && Math.abs(longitude.getAsDouble()) <= 180;
        return onEarth
                ? new Place(
                        latitude.getAsDouble(),
                        longitude.getAsDouble(),
                        Fields.text(part, "name"),
                        Fields.text(part, "address"))
                : null;
    }

    private static @Nullable Referral referral(JsonNode referral) {
        return referral.isObject()
                ? new Referral(
                        Fields.text(referral, "source_type"),
                        Fields.text(referral, "source_id"),
                        Fields.text(referral, "source_url"),
                        Fields.text(referral, "headline"),
                        Fields.text(referral, "body"),
                        Fields.text(referral, "ctwa_clid"),
                        Fields.text(referral, "ref"))
                : null;
    }

    private List<ProviderError> errors(JsonNode said) {
        return borrows(said) ? Errors.read(lentErrors) : Errors.read(said.path("errors"));
    }

    /** Whether it has neither content nor errors, so that the errors of its change explain it. */
    static boolean borrows(JsonNode said) {
        return Fields.absent(said.path(type(said))) && Fields.absent(said.path("errors"));
    }

    /** Without the name, which is personal. */
    @Override
    public String toString() {
        return "Contents";
    }
}
