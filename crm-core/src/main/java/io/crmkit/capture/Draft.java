package io.crmkit.capture;

import io.crmkit.Ids;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Party;
import io.crmkit.due.Trigger;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was recalled and what was decided since, seen as one; the decisions gather in {@link Changes}. */
final class Draft {
    private final Changes changes = new Changes();
    private final Set<Line> late = new LinkedHashSet<>();
    private final Set<ContactId> dealt = new LinkedHashSet<>();
    private final Matching matching;
    private final Duration silence;
    private final Ids ids;
    private final Instant now;
    private final Map<MatchKey, Held> holders;
    private final Map<ContactId, Naming> namings;
    private final Map<Set<MatchKey>, Instant> statements;
    private final Map<Line, Conversation> latest;
    private final Map<ProviderRef, Interaction> interactions;
    private final Map<ProviderRef, List<ParkedUpdate>> parked;
    private final Tombstones tombstones;
    private final List<Trigger> triggers;

    Draft(Recollection known, CaptureRules rules, Duration silence, Instant now) {
        this.matching = rules.matching();
        this.ids = rules.ids();
        this.silence = silence;
        this.now = now;
        this.triggers = rules.triggers();
        this.holders = new HashMap<>(known.holders());
        this.namings = new HashMap<>(known.namings());
        this.statements = new HashMap<>(known.statements());
        this.latest = new HashMap<>(known.latest());
        this.interactions = new HashMap<>(known.interactions());
        this.parked = new HashMap<>(known.parked());
        this.tombstones = known.tombstones();
    }

    Changes changes() {
        return changes;
    }

    /** Where something came too late to be threaded by its neighbours alone. */
    Set<Line> late() {
        return late;
    }

    /** Whose appointments or payments changed. */
    Set<ContactId> dealt() {
        return dealt;
    }

    UUID newId() {
        return ids.next();
    }

    PartyKeys keys(Party party) {
        return PartyKeys.of(party, matching, holders::containsKey);
    }

    Optional<Interaction> interaction(ProviderRef ref) {
        return Optional.ofNullable(interactions.get(ref));
    }

    /** Whether something is of a person who was erased, and from before that; then what comes of it goes by too. */
    boolean erased(InboundEvent event, Instant at) {
        if (tombstones.none()) {
            return false;
        }
        Optional<ProviderRef> subject = event.subject();
        boolean theirs = subject.filter(tombstones.messages()::contains).isPresent();
        if (!theirs && subject.flatMap(this::interaction).isEmpty()) {
            theirs = event.about().map(party -> PartyKeys.candidates(party, matching)).orElse(Set.of()).stream()
                    .anyMatch(key -> tombstones.cover(key, at));
            if (theirs) {
                subject.ifPresent(changes.erased()::add);
            }
        }
        return theirs;
    }

    /** Whose something is; somebody new if nobody knows any of it; empty if it has to be decided. */
    Optional<ContactId> whose(Party party, Instant at, boolean listed) {
        PartyKeys keys = keys(party);
        if (fresh(keys)) {
            return Optional.of(create(keys, at, listed));
        }
        Held held = holders.get(keys.route());
        if (held == null || !held.covers(at) || !oldNews(keys, at, listed)) {
            return Optional.empty();
        }
        if (listed) {
            state(keys, at, true);
        }
        return Optional.ofNullable(held.contact());
    }

    /** Whether the statement a party makes adds nothing to what is known of who is who, or is about nobody known. */
    boolean settled(Party party, Instant at) {
        PartyKeys keys = keys(party);
        return fresh(keys) || oldNews(keys, at, false);
    }

    /** Whether nobody ever mentioned any of them, so that they are one person's. */
    private boolean fresh(PartyKeys keys) {
        return keys.before().isEmpty()
                && keys.consistent()
                && keys.now().keySet().stream().noneMatch(holders::containsKey);
    }

    /** Whether it was said before: one identifier alone says nothing, and of a mere statement the earliest counts. */
    private boolean oldNews(PartyKeys keys, Instant at, boolean listed) {
        if (!keys.before().isEmpty()) {
            return false;
        }
        Instant known = statements.get(keys.now().keySet());
        return keys.now().size() == 1 || !listed && known != null && !known.isAfter(at);
    }

    private ContactId create(PartyKeys keys, Instant at, boolean listed) {
        ContactId contact = new ContactId(ids.next());
        changes.create(new Changes.NewContact(contact, keys.now(), now));
        keys.now().keySet().forEach(key -> holders.put(key, new Held(contact, null)));
        state(keys, at, listed);
        return contact;
    }

    private void state(PartyKeys keys, Instant at, boolean listed) {
        IdentityStatement statement = keys.statement(at, listed);
        if (!statement.trivial()) {
            changes.state(statement, keys.all());
            if (!listed) {
                statements.put(statement.now(), at);
            }
        }
    }

    /** Notes a statement about who is who that needs no contact. */
    void note(Party party, Instant at) {
        PartyKeys keys = keys(party);
        if (keys.now().size() > 1 && fresh(keys)) {
            keys.now().keySet().forEach(key -> holders.put(key, new Held(null, null)));
            state(keys, at, false);
        }
    }

    void name(ContactId contact, Naming told) {
        Naming known = namings.getOrDefault(contact, Naming.NONE);
        Naming now = known.and(told);
        if (!now.equals(known)) {
            namings.put(contact, now);
            changes.name(contact, now, !now.sameNames(known));
        }
    }

    void park(ParkedUpdate update, MatchKey route) {
        List<ParkedUpdate> waiting = new ArrayList<>(parked.getOrDefault(update.target(), List.of()));
        waiting.add(update);
        parked.put(update.target(), waiting);
        changes.parked().put(update, route);
    }

    /** The message with the updates that waited for it. */
    Message unpark(Message message) {
        ProviderRef ref = message.occurrence().ref();
        Message complete = message;
        for (ParkedUpdate waiting : parked.getOrDefault(ref, List.of())) {
            complete = complete.after(waiting.update()).telling(waiting.told());
            name(complete.occurrence().contact(), waiting.told());
            if (changes.parked().remove(waiting) == null) {
                changes.unparked().add(ref);
            }
        }
        parked.remove(ref);
        return complete;
    }

    void replace(Interaction changed, boolean elsewhere) {
        Interaction before = interactions.put(changed.occurrence().ref(), changed);
        boolean resays = before == null || !before.content().equals(changed.content());
        changes.change(changed, resays || before != null && !before.occurredAt().equals(changed.occurredAt()));
        if (resays) {
            changes.reworded().add(changed.id());
            trigger(changed);
        }
        if (elsewhere) {
            late.add(line(changed));
        }
    }

    /** Adds an interaction to the conversation it belongs to, which may be a new one, or to none where that is late. */
    void add(Interaction told, MatchKey route) {
        Interaction placed = told.threaded() ? told.in(conversation(told)) : told;
        if (placed instanceof Dealing) {
            dealt.add(placed.occurrence().contact());
        }
        interactions.put(placed.occurrence().ref(), placed);
        changes.add(placed, route);
        trigger(placed);
    }

    /** What the business says calls for no work: nothing about the customer rests on it. */
    private void trigger(Interaction said) {
        if (said instanceof Message && said.author() == Author.CUSTOMER) {
            changes.due(said, triggers, now);
        }
    }

    private ConversationId conversation(Interaction told) {
        Line line = line(told);
        Conversation known = latest.get(line);
        Knot.Boundary boundary = Knot.Boundary.of(told);
        if (known == null) {
            return put(line, Conversation.openedBy(new ConversationId(ids.next()), told));
        }
        if (late.contains(line)) {
            return ConversationId.NONE;
        }
        return switch (known.place(told.occurredAt(), boundary, silence)) {
            case HERE -> {
                Conversation longer = known.with(told.occurredAt(), boundary, Attention.of(told));
                if (known.open() && !longer.open()) {
                    changes.ended(longer, triggers);
                }
                yield put(line, longer);
            }
            case AFTER -> {
                put(line, known.superseded());
                if (known.open()) {
                    changes.ended(known, triggers);
                }
                yield put(
                        line,
                        Conversation.openedBy(new ConversationId(ids.next()), told)
                                .after(known));
            }
            case LATE -> {
                late.add(line);
                yield ConversationId.NONE;
            }
        };
    }

    private ConversationId put(Line line, Conversation conversation) {
        Conversation before = latest.put(line, conversation);
        changes.put(conversation);
        if (!conversation.open() && (before == null || !before.id().equals(conversation.id()) || before.open())) {
            changes.closed().add(conversation);
        }
        return conversation.id();
    }

    private static Line line(Interaction interaction) {
        return new Line(
                interaction.occurrence().contact(),
                interaction.occurrence().ref().account());
    }
}
