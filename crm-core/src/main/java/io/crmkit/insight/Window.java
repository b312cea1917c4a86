package io.crmkit.insight;

import io.crmkit.ai.Author;
import io.crmkit.ai.ContentKind;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.KnownFact;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages to be read in one go: new ones of one conversation, and what was said before and in between.
 *
 * @param news the new messages by id, those without text included
 * @param messages what an extractor is given, in time order
 * @param known the facts it is told of, by the number they go by
 */
record Window(
        ContactId contact,
        ConversationId conversation,
        Map<InteractionId, Message> news,
        List<WindowMessage> messages,
        Map<Integer, Fact> known) {
    private static final int KNOWN = 30;

    static Window of(
            ContactId contact,
            List<Message> news,
            List<Interaction> around,
            Set<InteractionId> hidden,
            List<Fact> facts) {
        ConversationId conversation = news.get(0).occurrence().conversation();
        Map<InteractionId, Message> byId = new HashMap<>();
        news.forEach(message -> byId.put(message.id(), message));
        List<WindowMessage> messages = around.stream()
                .filter(i -> i instanceof Message && !hidden.contains(i.id()) && text((Message) i) != null)
                .map(i -> message((Message) i, byId.containsKey(i.id())))
                .toList();
        Map<Integer, Fact> known = new HashMap<>();
        facts.stream()
                .filter(Fact::current)
                .sorted(Comparator.comparing(Fact::recordedAt).reversed())
                .limit(KNOWN)
                .forEach(fact -> known.put(known.size() + 1, fact));
        return new Window(contact, conversation, byId, messages, known);
    }

    boolean hasNew() {
        return messages.stream().anyMatch(message -> message.role() == WindowRole.NEW);
    }

    /** The same without its later new messages: half of them stay. */
    Window half() {
        List<Message> ordered =
                news.values().stream().sorted(Interaction.TIMELINE).toList();
        Map<InteractionId, Message> first = new HashMap<>();
        ordered.subList(0, ordered.size() / 2).forEach(message -> first.put(message.id(), message));
        Message last = ordered.get(ordered.size() / 2 - 1);
        List<WindowMessage> until = messages.stream()
                .filter(message -> !message.sentAt().isAfter(last.occurredAt()))
                .filter(message -> message.role() != WindowRole.NEW || stays(first, message))
                .toList();
        return new Window(contact, conversation, first, until, known);
    }

    private static boolean stays(Map<InteractionId, Message> first, WindowMessage message) {
        return first.keySet().stream().anyMatch(id -> id.toString().equals(message.id()));
    }

    /** What of a message can be read; null if nothing. A contact card says who somebody else is. */
    static @Nullable String text(Message message) {
        String text = message.content().cards().isEmpty() ? message.content().text() : null;
        return text == null || text.isBlank() ? null : text;
    }

    List<KnownFact> knownFacts() {
        return known.entrySet().stream()
                .map(k -> new KnownFact(
                        k.getKey(),
                        k.getValue().matter().type(),
                        k.getValue().matter().key(),
                        k.getValue().matter().value(),
                        k.getValue().decision() != null ? FactOrigin.HUMAN : FactOrigin.EXPLICIT))
                .toList();
    }

    /** The same, as an extractor outside the host may see it. */
    Window redacted() {
        List<WindowMessage> blanked = messages.stream()
                .map(m -> new WindowMessage(
                        m.id(), m.author(), m.kind(), m.sentAt(), Redaction.of(m.text()), m.contentHash(), m.role()))
                .toList();
        return new Window(contact, conversation, news, blanked, known);
    }

    /** What the business said last before a message; empty if nothing. */
    String askedBefore(InteractionId id) {
        String asked = "";
        for (WindowMessage message : messages) {
            if (message.id().equals(id.toString())) {
                break;
            }
            asked = message.author() == Author.BOT || message.author() == Author.AGENT ? message.text() : asked;
        }
        return asked;
    }

    private static WindowMessage message(Message message, boolean fresh) {
        String text = Objects.requireNonNull(text(message));
        return new WindowMessage(
                message.id().toString(),
                Author.valueOf(message.author().name()),
                kind(message.content()),
                message.occurredAt(),
                text,
                Digest.of(text),
                fresh ? WindowRole.NEW : WindowRole.CONTEXT);
    }

    private static ContentKind kind(Content content) {
        if (content.reply() != null) {
            return ContentKind.CHOICE;
        }
        return content.attachments().isEmpty() ? ContentKind.TEXT : ContentKind.CAPTION;
    }

    Set<InteractionId> ids() {
        return new HashSet<>(news.keySet());
    }
}
