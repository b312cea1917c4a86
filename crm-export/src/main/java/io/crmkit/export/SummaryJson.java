package io.crmkit.export;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.Conversation;
import io.crmkit.search.SearchHit;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Who a contact is, what a conversation is, and what a search found, into an object that is open. */
final class SummaryJson {
    private SummaryJson() {}

    static void fields(JsonGenerator json, ContactSummary summary) {
        Contact contact = summary.contact();
        json.writeStringProperty("id", contact.id().toString());
        json.writeStringProperty("displayName", contact.displayName().orElse(null));
        json.writeArrayPropertyStart("identifiers");
        contact.identifiers().forEach(identifier -> {
            json.writeStartObject();
            json.writeStringProperty("scheme", identifier.scheme().name());
            json.writeStringProperty("scope", identifier.scope());
            json.writeStringProperty("value", identifier.value());
            json.writeEndObject();
        });
        json.writeEndArray();
        EntryJson.word(json, "status", contact.status());
        EntryJson.time(json, "firstContactAt", summary.activity().first());
        EntryJson.time(json, "lastContactAt", summary.activity().last());
    }

    static void tags(JsonGenerator json, Collection<Tag> tags) {
        json.writeArrayPropertyStart("tags");
        tags.forEach(tag -> {
            json.writeStartObject();
            EntryJson.word(json, "category", tag.category());
            json.writeStringProperty("name", tag.name());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    static void fields(JsonGenerator json, Conversation conversation) {
        json.writeStringProperty("id", conversation.id().toString());
        json.writeStringProperty("channel", conversation.account().channel());
        EntryJson.time(json, "openedAt", conversation.openedAt());
        EntryJson.time(json, "closedAt", conversation.closedAt().orElse(null));
        json.writeStringProperty("status", conversation.open() ? "open" : "closed");
    }

    static void found(JsonGenerator json, List<SearchHit> found) {
        json.writeArrayPropertyStart("search");
        for (SearchHit hit : found) {
            json.writeStartObject();
            json.writeStringProperty("contactId", hit.contact().toString());
            EntryJson.word(json, "where", hit.where());
            json.writeStringProperty("snippet", hit.snippet());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
