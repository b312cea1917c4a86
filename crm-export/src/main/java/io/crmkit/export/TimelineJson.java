package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import io.crmkit.search.SearchHit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Every contact of a tenant with its conversations as one JSON document.
 *
 * <p>Contacts come by first contact, conversations and entries oldest first, what is of the same instant in an order
 * that does not depend on the order of arrival. Written as it is read, page by page: memory holds one page, one
 * contact's conversations without their entries, the ids of what they said, and what shares one instant. Reads are not of one moment: what is
 * captured meanwhile may be in it or not. Thread-safe if the session is.
 *
 * @since 0.1
 */
public final class TimelineJson {
    private static final int PAGE = 200;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // A document that broke off must not look complete.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final CrmSession session;

    /**
     * @param session whose tenant is written; needs the permissions to list contacts and to view profiles
     */
    public TimelineJson(CrmSession session) {
        this.session = session;
    }

    /**
     * Writes the document in UTF-8; the stream is flushed and stays open.
     *
     * @param setAside what the document reports as not captured
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void writeTo(OutputStream out, List<SetAsideFile> setAside) {
        writeTo(out, setAside, null);
    }

    /**
     * Writes the document, and in it what a search found.
     *
     * @param found null if nothing was searched
     * @see #writeTo(OutputStream, List)
     */
    public void writeTo(OutputStream out, List<SetAsideFile> setAside, @Nullable List<SearchHit> found) {
        // Half a surrogate pair, which a customer's device may send, has no form in UTF-8.
        CharsetEncoder utf8 = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT);
        Writer writer = new OutputStreamWriter(out, utf8);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), writer)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("contacts");
            Ties<ContactSummary> ties = new Ties<>(EntryOrder.FIRST_CONTACT, EntryOrder.CONTACT, c -> contact(json, c));
            pages(cursor -> session.contacts(cursor, PAGE), ties::add);
            ties.flush();
            json.writeEndArray();
            setAside(json, setAside);
            if (found != null) {
                SummaryJson.found(json, found);
            }
            json.writeEndObject();
        } catch (JacksonIOException failed) {
            throw new UncheckedIOException(failed.getCause());
        }
        try {
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void contact(JsonGenerator json, ContactSummary summary) {
        Contact contact = summary.contact();
        json.writeStartObject();
        SummaryJson.fields(json, summary);
        Optional<ContactProfile> profile = session.profile(contact.id());
        EntryJson.inquiry(json, profile.flatMap(ContactProfile::inquiry).orElse(null));
        json.writeNumberProperty("interactions", summary.activity().interactions());
        json.writeArrayPropertyStart("conversations");
        Map<InteractionId, String> providerIds = new LinkedHashMap<>();
        conversations(contact.id()).forEach(conversation -> conversation(json, conversation, providerIds));
        json.writeEndArray();
        profile.ifPresent(known -> {
            FactJson.facts(json, known.facts(), providerIds);
            FactJson.insights(json, known.insights(), providerIds);
            PatronageJson.write(json, known.patronage());
            HabitsJson.habits(json, known.habits());
            HabitsJson.suggestions(json, session.suggestions(contact.id()));
            SegmentsJson.write(json, session.segments().of(contact.id()));
        });
        json.writeEndObject();
    }

    private List<Conversation> conversations(ContactId contact) {
        List<Conversation> found = new ArrayList<>();
        pages(
                cursor -> session.conversations(contact, cursor, PAGE),
                (ConversationView v) -> found.add(v.conversation()));
        found.sort(EntryOrder.CONVERSATION);
        return found;
    }

    /** @param providerIds gains what the customer said in it, in order */
    private void conversation(JsonGenerator json, Conversation conversation, Map<InteractionId, String> providerIds) {
        json.writeStartObject();
        SummaryJson.fields(json, conversation);
        json.writeArrayPropertyStart("entries");
        Ties<Interaction> ties = new Ties<>(Comparator.comparing(Interaction::occurredAt), Interaction.TIMELINE, e -> {
            EntryJson.entry(json, e);
            if (e.author() == Author.CUSTOMER) {
                providerIds.put(e.id(), e.occurrence().ref().id());
            }
        });
        pages(cursor -> session.entries(conversation, cursor, PAGE), ties::add);
        ties.flush();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void setAside(JsonGenerator json, List<SetAsideFile> files) {
        json.writeArrayPropertyStart("setAside");
        files.forEach(file -> {
            json.writeStartObject();
            json.writeStringProperty("file", file.file());
            json.writeStringProperty("reason", file.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static <T> void pages(Function<@Nullable String, Page<T>> read, Consumer<? super T> each) {
        String cursor = null;
        do {
            Page<T> page = read.apply(cursor);
            page.items().forEach(each);
            cursor = page.next().orElse(null);
        } while (cursor != null);
    }
}
