package io.crmkit.whatsapp;

import io.crmkit.interaction.Card;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Contact cards shared in a message. */
final class Cards {
    private Cards() {}

    static List<Card> read(JsonNode said) {
        boolean asked = own(said);
        String sender = Address.phone(said, "from");
        return Fields.items(said, "contacts").stream()
                .filter(JsonNode::isObject)
                .map(card -> new Card(
                        name(card),
                        Fields.text(card.path("org"), "company"),
                        texts(card, "phones", "phone", "wa_id"),
                        texts(card, "emails", "email"),
                        asked || own(card) || names(card, sender)))
                .toList();
    }

    static @Nullable String names(JsonNode said) {
        String names = Fields.items(said, "contacts").stream()
                .map(Cards::name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** Whether the sender was asked for their own number and gave it. An early form says so on the message. */
    private static boolean own(JsonNode node) {
        return "contact_request".equals(Fields.text(node, "origin"));
    }

    private static boolean names(JsonNode card, @Nullable String sender) {
        return sender != null
                && Fields.items(card, "phones").stream()
                        .map(phone -> Fields.text(phone, "wa_id", ""))
                        .anyMatch(waId -> Text.digits(waId).equals(Text.digits(sender)));
    }

    private static @Nullable String name(JsonNode card) {
        JsonNode name = card.path("name");
        String formatted = Fields.text(name, "formatted_name");
        if (formatted != null) {
            return formatted;
        }
        String parts = (Fields.text(name, "first_name", "") + " " + Fields.text(name, "last_name", "")).strip();
        return parts.isEmpty() ? null : parts;
    }

    private static List<String> texts(JsonNode card, String list, String... fields) {
        return Fields.items(card, list).stream()
                .map(item -> Fields.text(item, fields))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
