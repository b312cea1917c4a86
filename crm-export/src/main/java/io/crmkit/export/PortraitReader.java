package io.crmkit.export;

import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Note;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Sighting;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a contact off its record. */
final class PortraitReader {
    private PortraitReader() {}

    static Portrait portrait(Fields f) {
        ContactId id = contact(f, "id");
        Contact contact = new Contact(
                id,
                f.word("status", ContactStatus.class),
                f.flag("statusByHand"),
                naming(f),
                f.each("identifiers", PortraitReader::identifier));
        return new Portrait(
                contact,
                tags(f, "tags"),
                attributes(f),
                f.each("notes", PortraitReader::note),
                f.each("held", PortraitReader::held),
                f.each("conversations", each -> conversation(each, id)),
                f.each("facts", FactReader::fact),
                f.each("absorbed", PortraitReader::absorbed),
                f.each("merges", PortraitReader::merge));
    }

    static ContactId contact(Fields f, String name) {
        return new ContactId(f.id(name));
    }

    static Naming naming(Fields f) {
        return new Naming(name(f, "displayName"), name(f, "username"));
    }

    private static Naming.@Nullable Name name(Fields f, String field) {
        return f.has(field) ? new Naming.Name(f.text(field), f.time(field + "At")) : null;
    }

    static Identifier identifier(Fields f) {
        return new Identifier(scheme(f), f.textOrEmpty("scope"), f.text("value"));
    }

    private static Scheme scheme(Fields f) {
        return new Scheme(f.text("scheme"));
    }

    static MatchKey key(Fields f) {
        return new MatchKey(scheme(f), f.textOrEmpty("scope"), f.text("key"));
    }

    static Origins.Held held(Fields f) {
        List<Holding<ContactId>> holdings = f.each("holdings", each -> {
            UUID holder = each.optionalId("contactId");
            return new Holding<>(each.optionalTime("until"), holder == null ? null : new ContactId(holder));
        });
        boolean inOrder =
                !holdings.isEmpty() && holdings.get(holdings.size() - 1).until() == null;
        if (!inOrder || holdings.stream().filter(h -> h.until() == null).count() > 1) {
            throw new IllegalArgumentException("The last holding is the one that has no end");
        }
        return new Origins.Held(key(f), identifier(f), holdings);
    }

    private static Set<Tag> tags(Fields f, String name) {
        return new HashSet<>(f.each(
                name, each -> new Tag(each.word("category", Tag.Category.class), each.text("name"))));
    }

    private static Map<String, AttributeValue> attributes(Fields f) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        f.each("attributes", each -> {
            AttributeType.Kind kind = each.word("kind", AttributeType.Kind.class);
            AttributeType type = new AttributeType(each.text("name"), kind, AttributeType.Search.NOT);
            return attributes.put(type.name(), AttributeValue.of(kind, each.text("value")));
        });
        return attributes;
    }

    private static Note note(Fields f) {
        return new Note(f.id("id"), f.time("writtenAt"), f.text("author"), f.text("text"));
    }

    private static Conversation conversation(Fields f, ContactId contact) {
        return new Conversation(
                new ConversationId(f.id("id")),
                contact,
                account(f),
                f.time("openedAt"),
                f.time("lastAt"),
                f.word("status", Conversation.State.class),
                f.flag("latest"),
                f.flag("seamed"),
                new Attention(f.optionalTime("wordAt"), f.flag("asked"), f.optionalTime("callAt"), f.flag("raised")));
    }

    static ChannelAccount account(Fields f) {
        return new ChannelAccount(f.text("channel"), f.text("account"));
    }

    private static Absorbed absorbed(Fields f) {
        return new Absorbed(
                contact(f, "id"),
                contact(f, "into"),
                naming(f),
                f.optionalWord("status", ContactStatus.class),
                tags(f, "tags"),
                attributes(f));
    }

    private static MergeRecord merge(Fields f) {
        Fields survivor = f.object("survivor");
        Fields absorbed = f.object("absorbed");
        Merge merge = new Merge(
                new MergeId(f.id("id")),
                survivor.read(PortraitReader::side),
                absorbed.read(PortraitReader::side),
                f.text("actor"),
                f.time("at"));
        Merge.Before before = new Merge.Before(
                survivor.read(PortraitReader::naming),
                absorbed.read(PortraitReader::naming),
                f.optionalWord("survivorStatus", ContactStatus.class));
        return new MergeRecord(
                merge,
                before,
                new MergeRecord.Taken(
                        tags(f, "takenTags"),
                        f.texts("takenNotes").stream().map(UUID::fromString).collect(Collectors.toSet()),
                        new HashSet<>(f.texts("takenAttributes"))));
    }

    private static Merge.Side side(Fields f) {
        return new Merge.Side(contact(f, "contactId"), new Sighting(key(f), f.time("seenAt")));
    }
}
