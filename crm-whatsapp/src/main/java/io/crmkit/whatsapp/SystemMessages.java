package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What WhatsApp itself says in a conversation: above all that a customer's number or user id changed. */
record SystemMessages(Scene scene, Origin origin) {

    /** @param told the customer's end as the item names it */
    InboundEvent read(JsonNode item, Address told) {
        Optional<ProviderRef> ref = scene.ref(item, "id");
        Optional<Instant> at = scene.times().of(item);
        Optional<Party> party = party(item.path("system"), told);
        if (ref.isEmpty() || at.isEmpty() || party.isEmpty()) {
            return scene.aside("A system message lacks its id, its time or its customer.", item);
        }
        return new MessageEvent(
                ref.get(), party.get(), Author.SYSTEM, origin, at.get(), Contents.PLAIN.read(item, item));
    }

    private Optional<Party> party(JsonNode system, Address told) {
        Address now = Address.read(system, "wa_id", "user_id", "parent_user_id")
                .or(new Address(Address.phone(system, "new_wa_id"), null, null));
        Optional<Party> changed = switch (Text.word(Fields.text(system, "type"), Contents.UNKNOWN)) {
            case "user_changed_number", "customer_changed_number" ->
                changed(system, now, before(system).or(oldNumber(system, told)));
            // The number, if it is told, is still theirs.
            case "user_changed_user_id" -> changed(system, now.or(told.withoutIds()), before(system));
            default -> Optional.empty();
        };
        return changed.isPresent() ? changed : scene.people().party(told.isNobody() ? now : told);
    }

    private static Address before(JsonNode system) {
        return Address.read(system, "previous_wa_id", "previous_user_id", "previous_parent_user_id");
    }

    private static Address oldNumber(JsonNode system, Address told) {
        return told.withoutIds().or(new Address(Address.phone(system, "customer"), null, null));
    }

    /** Of who is listed beside it only the names count: their ids may be the old ones. */
    private Optional<Party> changed(JsonNode system, Address now, Address before) {
        Address given = before.without(now);
        Address old = given.isNobody()
                ? ChangeSentence.read(Fields.text(system, "body", ""), now).without(now)
                : given;
        String scope = scene.line().scope();
        return scene.people()
                .party(now)
                .map(listed -> new Party(
                        now.identifiers(scope), old.identifiers(scope), listed.displayName(), listed.username()));
    }
}
