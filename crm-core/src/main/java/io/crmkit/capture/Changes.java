package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.Trigger;
import io.crmkit.event.Posting;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a capture decided to write, gathered for one go. Not thread-safe; used by one capture and its storage.
 *
 * @since 0.1
 */
public final class Changes {
    /** A contact that nobody knew. */
    public record NewContact(ContactId id, Map<MatchKey, Identifier> identifiers, Instant createdAt) {}

    /** A new entry of the timeline and the key that says whose it is. */
    public record Entry(Interaction interaction, MatchKey route) {}

    private final Map<ContactId, NewContact> contacts = new LinkedHashMap<>();
    private final Map<InteractionId, Entry> entries = new LinkedHashMap<>();
    private final Map<InteractionId, Interaction> changed = new LinkedHashMap<>();
    private final Map<InteractionId, Interaction> reindexed = new LinkedHashMap<>();
    private final Map<ContactId, Naming> namings = new LinkedHashMap<>();
    private final Map<ContactId, Naming> renamed = new LinkedHashMap<>();
    private final Map<ConversationId, Conversation> conversations = new LinkedHashMap<>();
    private final Map<IdentityStatement, Map<MatchKey, Identifier>> statements = new LinkedHashMap<>();
    private final Set<ParkedUpdate> parked = new LinkedHashSet<>();
    private final Set<ProviderRef> unparked = new LinkedHashSet<>();
    private final Map<InboundEvent.Unreadable, Instant> setAside = new LinkedHashMap<>();
    private final Set<InteractionId> reworded = new LinkedHashSet<>();
    private final Map<DueOf, Due> due = new LinkedHashMap<>();
    private final List<Conversation> closed = new ArrayList<>();
    private Posting posting = Posting.NONE;

    /** Contacts to create, with the identifiers they hold. */
    public List<NewContact> contacts() {
        return List.copyOf(contacts.values());
    }

    /**
     * Interactions to add: those already there by their {@link ProviderRef} are left alone and not counted. What is late
     * is in {@link ConversationId#NONE} until its line is threaded anew, which follows.
     */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Interactions to replace, by id. */
    public List<Interaction> changed() {
        return List.copyOf(changed.values());
    }

    /** Of those, the ones that say something else than before, or at another time. */
    public List<Interaction> reindexed() {
        return List.copyOf(reindexed.values());
    }

    /** What contacts are called, with the latest time each name was told. */
    public Map<ContactId, Naming> namings() {
        return namings;
    }

    /** Of those, the ones whose names differ from what is stored. */
    public Map<ContactId, Naming> renamed() {
        return renamed;
    }

    /** Conversations to add or replace, by id; those that close come before those that open. */
    public List<Conversation> conversations() {
        return List.copyOf(conversations.values());
    }

    /** Conversations that closed. */
    public List<Conversation> closed() {
        return closed;
    }

    /** Statements to keep, at the earliest of their times, and the identifiers they speak of. */
    public Map<IdentityStatement, Map<MatchKey, Identifier>> statements() {
        return statements;
    }

    /** Updates that wait for their message; the same one twice is kept once. */
    public Set<ParkedUpdate> parked() {
        return parked;
    }

    /** Messages whose waiting updates were applied. */
    public Set<ProviderRef> unparked() {
        return unparked;
    }

    /** What is kept aside and when it was received; the same thing twice is kept once. */
    public Map<InboundEvent.Unreadable, Instant> setAside() {
        return setAside;
    }

    /** Messages whose content changed, so that whoever read them has to read them again. */
    public Set<InteractionId> reworded() {
        return reworded;
    }

    /** Work that came up, to be added to what is due. */
    public Collection<Due> due() {
        return due.values();
    }

    /** Makes all work on a contact due that these triggers call for. */
    public void due(ContactId contact, List<Trigger> triggers, Instant now) {
        triggers.forEach(t -> due(new Due(contact.value(), t.kind(), now.plus(t.delay()))));
    }

    /** Makes the work on a message due that these triggers call for. */
    void due(Interaction said, List<Trigger> triggers, Instant now) {
        UUID contact = said.occurrence().contact().value();
        triggers.forEach(t -> due(new Due(contact, t.kind(), now.plus(t.delay()), said.occurredAt(), 1)));
    }

    /** Makes the work due that waited for the end of a conversation. */
    void ended(Conversation conversation, List<Trigger> triggers) {
        for (Trigger each : triggers) {
            if (!each.delay().isZero()) {
                due(new Due(
                        conversation.contact().value(),
                        each.kind(),
                        conversation.lastAt(),
                        conversation.lastAt(),
                        each.kind().enough()));
            }
        }
    }

    private void due(Due more) {
        due.merge(new DueOf(more.subject(), more.kind()), more, Due::and);
    }

    /** What these changes tell, to be put on its way with them; {@link Posting#NONE} if nobody asked. */
    public Posting posting() {
        return posting;
    }

    /** Has this told, and this done. */
    public void tell(Posting told, Collection<Due> then) {
        posting = told;
        then.forEach(this::due);
    }

    private record DueOf(UUID subject, DueKind kind) {}

    /** A contact to create. */
    public void create(NewContact contact) {
        contacts.put(contact.id(), contact);
    }

    /** An interaction to add, and the key that says whose it is. */
    public void add(Interaction interaction, MatchKey route) {
        entries.put(interaction.id(), new Entry(interaction, route));
    }

    void change(Interaction interaction, boolean reindexes) {
        Entry added = entries.get(interaction.id());
        if (added == null) {
            changed.put(interaction.id(), interaction);
            if (reindexes || reindexed.containsKey(interaction.id())) {
                reindexed.put(interaction.id(), interaction);
            }
        } else {
            entries.put(interaction.id(), new Entry(interaction, added.route()));
        }
    }

    /**
     * What a contact is called.
     *
     * @param differs whether that is not what is stored
     */
    public void name(ContactId contact, Naming naming, boolean differs) {
        namings.put(contact, naming);
        if (differs) {
            renamed.put(contact, naming);
        }
    }

    /** A conversation to add or replace. */
    public void put(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /** A statement to keep, and the identifiers it speaks of. */
    public void state(IdentityStatement statement, Map<MatchKey, Identifier> identifiers) {
        statements.put(statement, identifiers);
    }
}
