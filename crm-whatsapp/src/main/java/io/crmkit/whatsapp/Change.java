package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of a webhook, the smallest part that can be read by itself.
 *
 * @param businessAccount the id of the WhatsApp Business Account; null if it was not told
 */
record Change(@Nullable String businessAccount, JsonNode json) {
    JsonNode value() {
        return json.path("value");
    }

    String field() {
        return Text.word(Fields.text(json, "field"), "");
    }

    /** The id of the business's number; handovers name it in another place. */
    @Nullable String phoneNumberId() {
        String id = Fields.id(value().path("metadata"), Line.LONGEST_ID, "phone_number_id");
        return id != null ? id : Fields.id(value().path("recipient"), Line.LONGEST_ID, "phone_number_id");
    }

    /** This change as a webhook of its own, which can be read again. */
    ObjectNode alone() {
        ObjectNode body = Json.object().put("object", Envelope.OBJECT);
        ObjectNode entry = body.putArray("entry").addObject();
        if (businessAccount != null) {
            entry.put("id", businessAccount);
        }
        entry.putArray("changes").add(json);
        return body;
    }

    /** Without the content, which is personal. */
    @Override
    public String toString() {
        return "Change[" + field() + "]";
    }

    Unreadable aside(String reason) {
        String account = phoneNumberId();
        return new Unreadable(Line.CHANNEL, account == null ? "" : account, reason, Json.write(alone()));
    }
}
