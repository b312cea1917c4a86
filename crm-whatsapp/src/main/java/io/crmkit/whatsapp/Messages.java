package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.Reacted;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one side said: a message, or something done to a message said before.
 *
 * @param lentErrors the errors of the whole change, for a message that comes without content or errors of its own
 */
record Messages(Scene scene, Author author, Origin origin, JsonNode lentErrors) {
    private static final int LONGEST_EMOJI = 64;

    /**
     * Reads one.
     *
     * @param item the whole update, with its id and time
     * @param said where its type and content are: the item itself, or a part of it
     * @param told the customer's end, as the item names it
     */
    InboundEvent read(JsonNode item, JsonNode said, Address told) {
        String type = Contents.type(said);
        if (type.equals("system")) {
            return new SystemMessages(scene, origin).read(item, told);
        }
        Optional<Party> party = scene.people().party(told);
        if (party.isEmpty()) {
            return scene.aside("A message names no customer.", item);
        }
        Optional<Instant> at = scene.times().of(item);
        if (at.isEmpty()) {
            return scene.aside("A message has no time, nor has anything that came with it.", item);
        }
        JsonNode part = said.path(type);
        return switch (type) {
            case "reaction" -> update(item, part, party.get(), reaction(part, at.get()));
            case "revoke" -> update(item, part, party.get(), new MessageDeleted(at.get()));
            case "edit" -> edit(item, part, party.get(), at.get());
            default -> message(item, said, party.get(), at.get());
        };
    }

    private InboundEvent message(JsonNode item, JsonNode said, Party party, Instant at) {
        return scene.ref(item, "id")
                .<InboundEvent>map(ref -> new MessageEvent(ref, party, author, origin, at, content(item, said, party)))
                .orElseGet(() -> scene.aside("A message has no usable id.", item));
    }

    private InboundEvent edit(JsonNode item, JsonNode edit, Party party, Instant at) {
        JsonNode said = edit.path("message");
        return said.isObject()
                ? update(item, edit, party, new MessageEdited(at, content(item, said, party)))
                : scene.aside("An edit does not say what the message became.", item);
    }

    private Reacted reaction(JsonNode reaction, Instant at) {
        return new Reacted(author, at, Text.cut(Fields.text(reaction, "emoji", ""), LONGEST_EMOJI));
    }

    private InboundEvent update(JsonNode item, JsonNode part, Party party, MessageUpdate update) {
        return scene.ref(part, "original_message_id", "message_id")
                .<InboundEvent>map(target -> new UpdateEvent(target, party, update))
                .orElseGet(() -> scene.aside("A change to a message does not say to which.", item));
    }

    private Content content(JsonNode item, JsonNode said, Party party) {
        String sender = author == Author.CUSTOMER ? party.displayName() : null;
        return new Contents(sender, lentErrors).read(said, item);
    }

    /** Without the errors, which may quote what is personal. */
    @Override
    public String toString() {
        return "Messages[" + author + ", " + origin + "]";
    }
}
