package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is who without a message: the address book of the business's phone, and changed user ids. */
record AddressBook(Scene scene) {

    /** An entry of the address book, added, edited or removed. */
    InboundEvent entry(JsonNode item) {
        JsonNode contact = item.path("contact");
        Address address = Address.read(contact, "phone_number", "user_id", "parent_user_id");
        Optional<Instant> at = scene.times().of(item.path("metadata"));
        String action = Text.word(Fields.text(item, "action"), "");
        if (action.equals("remove")) {
            return scene.aside("Somebody was taken out of the phone's address book; the contact stays.", item);
        } else if (!action.equals("add") || address.isNobody() || at.isEmpty()) {
            return scene.aside("An address book entry lacks its action, its address or its time.", item);
        }
        List<Identifier> identifiers = address.identifiers(scene.line().scope());
        String name = People.name(Fields.text(contact, "full_name", "first_name"));
        Party party = new Party(identifiers, List.of(), name, People.username(contact));
        return new IdentityEvent(scene.line().account(), party, at.get(), true);
    }

    /** A user id that became another. */
    InboundEvent changedUserId(JsonNode item) {
        JsonNode user = item.path("user_id");
        JsonNode parent = item.path("parent_user_id");
        Address now = new Address(Address.phone(item, "wa_id"), id(user, "current"), id(parent, "current"));
        Address before = new Address(null, id(user, "previous"), id(parent, "previous")).without(now);
        Identifier[] formerly = before.identifiers(scene.line().scope()).toArray(Identifier[]::new);
        Optional<Party> party = scene.people().party(now).map(who -> who.formerly(formerly));
        Optional<Instant> at = scene.times().of(item);
        return party.isPresent() && at.isPresent()
                ? new IdentityEvent(scene.line().account(), party.get(), at.get(), false)
                : scene.aside("A changed user id lacks its customer or its time.", item);
    }

    private static @Nullable String id(JsonNode change, String field) {
        return Fields.id(change, Address.LONGEST_ID, field);
    }
}
