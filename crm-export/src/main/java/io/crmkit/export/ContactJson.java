package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Note;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import io.crmkit.search.SearchHit;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a host answers to requests about contacts: JSON documents, one for each question, in which everything has the name
 * that it has in {@link TimelineJson}. Empty where the tenant has no such contact. Thread-safe if the session is.
 *
 * @since 0.1
 */
public final class ContactJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** So many of the newest entries are looked through for what facts rest on; evidence before them has no provider id. */
    private static final int LOOKED_AT = 1_000;

    private final CrmSession session;

    public ContactJson(CrmSession session) {
        this.session = session;
    }

    /**
     * A page of the contact list.
     *
     * @param found what a search found besides; null if nothing was searched
     */
    public String list(Page<ContactSummary> page, @Nullable List<SearchHit> found) {
        return document(json -> {
            json.writeArrayPropertyStart("contacts");
            page.items().forEach(summary -> {
                json.writeStartObject();
                SummaryJson.fields(json, summary);
                json.writeNumberProperty("interactions", summary.activity().interactions());
                SummaryJson.tags(json, summary.tags());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeStringProperty("next", page.next().orElse(null));
            if (found != null) {
                SummaryJson.found(json, found);
            }
        });
    }

    /**
     * Everything at hand about a contact: what {@link TimelineJson} tells of it, with its newest entries instead of all.
     *
     * @param personal whether the actor may see what is personal; if not, suggestions and segments are left out
     */
    public Optional<String> contact(ContactId id, boolean personal) {
        return session.profile(id)
                .map(profile -> document(json -> {
                    SummaryJson.fields(json, profile.summary());
                    EntryJson.inquiry(json, profile.inquiry().orElse(null));
                    json.writeNumberProperty(
                            "interactions", profile.summary().activity().interactions());
                    SummaryJson.tags(json, profile.summary().tags());
                    curated(json, profile);
                    json.writeArrayPropertyStart("conversations");
                    profile.conversations().forEach(view -> conversation(json, view));
                    json.writeEndArray();
                    json.writeArrayPropertyStart("recent");
                    profile.recent().forEach(entry -> EntryJson.entry(json, entry));
                    json.writeEndArray();
                    Map<InteractionId, String> said = said(profile);
                    FactJson.facts(json, profile.facts(), said);
                    FactJson.insights(json, profile.insights(), said);
                    PatronageJson.write(json, profile.patronage());
                    HabitsJson.habits(json, profile.habits());
                    if (personal) {
                        ContactId contact = profile.summary().id();
                        HabitsJson.suggestions(json, session.suggestions(contact));
                        SegmentsJson.write(json, session.segments().of(contact));
                    }
                }));
    }

    private static void curated(JsonGenerator json, ContactProfile profile) {
        json.writeObjectPropertyStart("attributes");
        profile.attributes().forEach((name, value) -> json.writeStringProperty(name, value.canonical()));
        json.writeEndObject();
        notes(json, profile.notes());
        json.writeArrayPropertyStart("conflicts");
        profile.conflicts().forEach(other -> json.writeString(other.toString()));
        json.writeEndArray();
    }

    private static void notes(JsonGenerator json, List<Note> notes) {
        json.writeArrayPropertyStart("notes");
        notes.forEach(note -> {
            json.writeStartObject();
            EntryJson.time(json, "writtenAt", note.writtenAt());
            json.writeStringProperty("author", note.author());
            json.writeStringProperty("text", note.text());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void conversation(JsonGenerator json, ConversationView view) {
        json.writeStartObject();
        SummaryJson.fields(json, view.conversation());
        json.writeObjectPropertyStart("messages");
        json.writeNumberProperty("customer", view.tally().fromCustomer());
        json.writeNumberProperty("bot", view.tally().fromBot());
        json.writeNumberProperty("agent", view.tally().fromAgent());
        json.writeEndObject();
        EntryJson.word(json, "handler", view.tally().handler().orElse(null));
        json.writeStringProperty(
                "firstResponse",
                view.tally().firstResponse().map(Object::toString).orElse(null));
        json.writeEndObject();
    }

    /** Notes, tags and status as somebody just left them. */
    public Optional<String> curated(ContactId id) {
        return session.profile(id)
                .map(profile -> document(json -> {
                    json.writeStringProperty("id", profile.summary().id().toString());
                    EntryJson.word(json, "status", profile.summary().status());
                    SummaryJson.tags(json, profile.summary().tags());
                    curated(json, profile);
                }));
    }

    /** A page of the timeline, the newest entry first. */
    public Optional<String> timeline(ContactId id, @Nullable String cursor, int limit) {
        Page<Interaction> page = session.timeline(id, cursor, limit);
        if (page.items().isEmpty() && cursor == null && session.profile(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(document(json -> {
            json.writeArrayPropertyStart("entries");
            page.items().forEach(entry -> EntryJson.entry(json, entry));
            json.writeEndArray();
            json.writeStringProperty("next", page.next().orElse(null));
        }));
    }

    /** What a contact booked and paid. */
    public Optional<String> appointments(ContactId id) {
        return session.profile(id)
                .map(profile -> document(json -> {
                    PatronageJson.write(json, profile.patronage());
                    HabitsJson.habits(json, profile.habits());
                }));
    }

    /** Everything known about a contact, with what it rests on. */
    public Optional<String> facts(ContactId id) {
        return session.profile(id)
                .map(profile -> document(json -> FactJson.facts(json, profile.facts(), said(profile))));
    }

    /** The segments a contact is in. */
    public Optional<String> segments(ContactId id) {
        return session.profile(id)
                .map(profile -> document(
                        json -> SegmentsJson.write(json, session.segments().of(id))));
    }

    /** What to propose to a contact. */
    public Optional<String> suggestions(ContactId id) {
        return session.profile(id)
                .map(profile -> document(json -> HabitsJson.suggestions(json, session.suggestions(id))));
    }

    /**
     * What a chatbot needs to know.
     *
     * @param characters 100 to 100,000
     */
    public Optional<String> chatbotContext(ContactId id, int characters) {
        return session.assist(id, characters).map(context -> document(json -> AssistJson.fields(json, context)));
    }

    /** What an agent needs who takes over. */
    public Optional<String> handoff(ContactId id) {
        return session.handoff(id).map(brief -> document(json -> AssistJson.fields(json, brief)));
    }

    /** What the customer said of what facts rest on, in order. */
    private Map<InteractionId, String> said(ContactProfile profile) {
        Set<InteractionId> wanted = new HashSet<>();
        profile.facts().stream()
                .map(Fact::support)
                .flatMap(List::stream)
                .map(Support::message)
                .forEach(wanted::add);
        wanted.addAll(profile.insights().messages().keySet());
        Map<InteractionId, String> said = new LinkedHashMap<>();
        profile.recent().stream()
                .filter(entry -> entry.author() == Author.CUSTOMER)
                .forEach(entry -> said.put(entry.id(), entry.occurrence().ref().id()));
        if (!said.keySet().containsAll(wanted)) {
            said.clear();
            List<Interaction> newest =
                    session.timeline(profile.summary().id(), null, LOOKED_AT).items();
            for (int i = newest.size() - 1; i >= 0; i--) {
                Interaction entry = newest.get(i);
                if (entry.author() == Author.CUSTOMER) {
                    said.put(entry.id(), entry.occurrence().ref().id());
                }
            }
        }
        return said;
    }

    private static String document(Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
