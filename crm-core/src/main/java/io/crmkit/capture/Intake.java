package io.crmkit.capture;

import io.crmkit.capture.InboundEvent.ConsentEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.OptOutWords;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Occurrence;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.SystemEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a batch of events changes, on what was recalled and without asking storage again. What it cannot decide,
 * because who is who has to be decided first, it hands back.
 */
final class Intake {
    private final Draft draft;
    private final ProviderClock time;

    /**
     * Whose an event is, decided for it alone.
     *
     * @param holder null if it is nobody's and needs nobody
     */
    record Decided(@Nullable ContactId holder) {
        Set<ContactId> contacts() {
            return holder == null ? Set.of() : Set.of(holder);
        }
    }

    Intake(Draft draft, ProviderClock time) {
        this.draft = draft;
        this.time = time;
    }

    /**
     * Takes one event in.
     *
     * @param decided whose it is, where that was decided for this event
     * @return empty if it has to be decided first; then nothing has changed
     */
    Optional<Outcome> take(InboundEvent event, @Nullable Decided decided) {
        if (draft.erased(event, time.of(event.at()))) {
            return Optional.of(new Outcome.Erased());
        }
        if (event instanceof MessageEvent message) {
            return message(message, decided);
        } else if (event instanceof UpdateEvent update) {
            return update(update, decided);
        } else if (event instanceof IdentityEvent identity) {
            return identity(identity, decided);
        } else if (event instanceof HappeningEvent happening) {
            return happening(happening, decided);
        } else if (event instanceof ConsentEvent consent) {
            return happening(consent.notice(), decided)
                    .map(outcome -> consented(
                            outcome, consent, List.of(consent.purpose()), consent.granted(), Evidence.Kind.PLATFORM));
        } else if (event instanceof DealingEvent dealing) {
            return dealing(dealing, decided);
        }
        Unreadable unreadable = (Unreadable) event;
        draft.changes().setAside().put(unreadable, time.now());
        return Optional.of(new Outcome.KeptAside(unreadable.reason()));
    }

    private Optional<Outcome> message(MessageEvent event, @Nullable Decided decided) {
        Instant at = time.of(event.occurredAt());
        return whose(event, at, decided).map(contact -> {
            draft.name(contact, Naming.of(event.party(), at));
            Occurrence occurrence = occurrence(event.ref(), contact, event.author(), at);
            Message told = Message.said(occurrence, event.origin(), named(event.content(), event.party()));
            return draft.interaction(event.ref())
                    .map(known -> retell(known, told))
                    .orElseGet(() -> optingOut(add(told, event.party()), event));
        });
    }

    /** Somebody who says so in so many words is sent nothing unasked any more. */
    private Outcome optingOut(Outcome outcome, MessageEvent event) {
        String text = event.content().text();
        return event.author() == Author.CUSTOMER && text != null && OptOutWords.are(text)
                ? consented(outcome, event, List.of(Purpose.REMINDER, Purpose.MARKETING), false, Evidence.Kind.MESSAGE)
                : outcome;
    }

    private Outcome consented(
            Outcome outcome, InboundEvent event, List<Purpose> purposes, boolean granted, Evidence.Kind how) {
        if (outcome instanceof Outcome.Captured captured) {
            Evidence evidence = new Evidence(how, captured.interaction(), "capture", null);
            String channel = event.subject().orElseThrow().account().channel();
            Instant at = time.of(event.at());
            for (Purpose purpose : purposes) {
                Consent consent = new Consent(draft.newId(), purpose, channel, granted, at, time.now(), evidence);
                draft.changes().consents().add(new Changes.Consented(captured.contact(), consent));
            }
        }
        return outcome;
    }

    private Outcome retell(Interaction known, Message told) {
        if (!(known instanceof Message message) || !message.yieldsTo(told)) {
            return new Outcome.Known();
        }
        Message better = message.retold(told);
        draft.replace(better, !better.occurredAt().equals(message.occurredAt()) || better.author() != message.author());
        return new Outcome.Applied(better.id());
    }

    private Outcome retell(Interaction known, SystemEvent told) {
        if (!(known instanceof SystemEvent event)) {
            return new Outcome.Known();
        }
        SystemEvent better = event.retold(told);
        if (better == event) {
            return new Outcome.Known();
        }
        draft.replace(better, true);
        return new Outcome.Applied(better.id());
    }

    private Outcome add(Interaction told, Party party) {
        Interaction complete = told instanceof Message message ? draft.unpark(message) : told;
        draft.add(complete, draft.keys(party).route());
        return new Outcome.Captured(complete.id(), complete.occurrence().contact());
    }

    private Optional<Outcome> happening(HappeningEvent event, @Nullable Decided decided) {
        Instant at = time.of(event.occurredAt());
        return whose(event, at, decided).map(contact -> {
            draft.name(contact, Naming.of(event.party(), at));
            Occurrence occurrence = occurrence(event.ref(), contact, Author.SYSTEM, at);
            SystemEvent told =
                    new SystemEvent(occurrence, event.kind(), named(event.content(), event.party()), event.score());
            return draft.interaction(event.ref())
                    .map(known -> retell(known, told))
                    .orElseGet(() -> add(told, event.party()));
        });
    }

    private Optional<Outcome> dealing(DealingEvent event, @Nullable Decided decided) {
        Instant at = time.of(event.occurredAt());
        return whose(event, at, decided).map(contact -> {
            draft.name(contact, Naming.of(event.party(), at));
            Occurrence occurrence = occurrence(event.ref(), contact, Author.SYSTEM, at);
            Content content = Content.of(event.deal() instanceof Booking ? "appointment" : "payment", null, null);
            Dealing told = new Dealing(occurrence, event.of(), event.deal(), named(content, event.party()));
            return draft.interaction(event.ref())
                    .<Outcome>map(known -> new Outcome.Known())
                    .orElseGet(() -> add(told, event.party()));
        });
    }

    private Optional<Outcome> update(UpdateEvent event, @Nullable Decided decided) {
        Instant at = time.of(event.update().at());
        if (decided == null && !draft.settled(event.party(), at)) {
            return Optional.empty();
        }
        draft.note(event.party(), at);
        Naming told = Naming.of(event.party(), at);
        MessageUpdate update = time.of(event.update());
        return Optional.of(draft.interaction(event.target())
                .map(known -> apply(update, told, known))
                .orElseGet(() -> {
                    draft.park(
                            new ParkedUpdate(event.target(), update, told, time.now()),
                            draft.keys(event.party()).route());
                    return new Outcome.Parked();
                }));
    }

    private Outcome apply(MessageUpdate update, Naming told, Interaction known) {
        if (!(known instanceof Message message)) {
            return new Outcome.Known();
        }
        Message after = message.after(update).telling(told);
        if (after.equals(message)) {
            return new Outcome.Known();
        }
        draft.name(after.occurrence().contact(), told);
        draft.replace(after, false);
        return new Outcome.Applied(after.id());
    }

    private Optional<Outcome> identity(IdentityEvent event, @Nullable Decided decided) {
        Instant at = time.of(event.occurredAt());
        if (event.listed()) {
            return whose(event, at, decided).map(contact -> {
                draft.name(contact, Naming.of(event.party(), at));
                return new Outcome.Noted();
            });
        }
        if (decided == null && !draft.settled(event.party(), at)) {
            return Optional.empty();
        }
        draft.note(event.party(), at);
        return Optional.of(new Outcome.Noted());
    }

    private Optional<ContactId> whose(InboundEvent event, Instant at, @Nullable Decided decided) {
        return decided != null
                ? Optional.ofNullable(decided.holder())
                : draft.whose(event.about().orElseThrow(), at, event.lists());
    }

    /** With the name the party was told by, so that it is found again where its contact turns out to be two. */
    private static Content named(Content content, Party party) {
        String name = party.displayName();
        return name == null || name.isBlank() ? content : content.by(name);
    }

    private Occurrence occurrence(ProviderRef ref, ContactId contact, Author author, Instant at) {
        // The conversation is decided when the interaction is added.
        return new Occurrence(
                new InteractionId(draft.newId()), contact, ConversationId.NONE, ref, author, at, time.now());
    }
}
