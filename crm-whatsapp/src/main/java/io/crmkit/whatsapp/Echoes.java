package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Copies of what the business said by other means than this application: its phone, or Meta's own agent. */
record Echoes(Scene scene, Author author, Origin origin) {

    InboundEvent read(JsonNode item) {
        JsonNode said =
                item.path("message").isObject() && Fields.absent(item.path("type")) ? item.path("message") : item;
        Address recipient = recipient(said).or(recipient(item));
        if (scene.line().is(recipient.phone())) {
            // Seen the other way round with edits: then the customer is the one who is not the business.
            recipient = recipient.withPhone(Address.phone(said, "from"));
        }
        return new Messages(scene, author, origin, MissingNode.getInstance()).read(item, said, recipient);
    }

    /** A request to send names a user id {@code recipient}. */
    private static Address recipient(JsonNode node) {
        return Address.read(node, "to", "to_user_id", "to_parent_user_id")
                .or(new Address(null, Fields.id(node, Address.LONGEST_ID, "recipient"), null));
    }
}
