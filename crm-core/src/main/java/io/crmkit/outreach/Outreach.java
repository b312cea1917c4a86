package io.crmkit.outreach;

import io.crmkit.Storage;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Author;
import io.crmkit.outreach.Courier.Begun;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import java.util.List;

/**
 * One actor's door to what the business says. Thread-safe.
 *
 * @since 0.1
 */
public final class Outreach {
    private static final int LONGEST_PAGE = 100;

    private final Actor actor;
    private final Access access;
    private final Storage storage;
    private final Courier courier;

    public Outreach(Actor actor, Access access, Storage storage, Courier courier) {
        this.actor = actor;
        this.access = access;
        this.storage = storage;
        this.courier = courier;
    }

    /** Whether something may be sent to a contact now, and all that speaks against it. Sends nothing. */
    public Decision decide(ContactId contact, Draft draft) {
        return access.enter(actor, Action.ASK_TO_SEND, contact).read((work, trace) -> {
            Decision decision = courier.decide(work, actor.tenant(), contact, draft);
            if (missing(decision)) {
                trace.missed(contact);
            } else {
                trace.of(contact);
            }
            return decision;
        });
    }

    /**
     * Sends something to a contact if it may be sent now. It is noted durably before the provider is called, so that
     * whatever dies meanwhile it is not sent twice; once the provider took it, it is in the timeline, and what the
     * provider tells of it later is found there. A person speaks as an agent, everybody else as the bot.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link io.crmkit.privacy.Permission#SEND_MESSAGES}
     * @throws IllegalStateException within a host's transaction, which no call of a provider may hold
     */
    public SendOutcome send(ContactId contact, Draft draft) {
        if (storage.joinsHostTransaction()) {
            throw new IllegalStateException("Nothing is sent within a transaction: call it after the commit");
        }
        Entrance entrance = access.enter(actor, Action.SEND, contact);
        Author author = actor.kind() == Actor.Kind.PERSON ? Author.AGENT : Author.BOT;
        Courier.Sender sender = new Courier.Sender(author, actor.name(), null);
        Begun begun = Overtaken.begunAgain(
                actor.tenant(),
                () -> entrance.change((work, trace) -> {
                    Begun first = courier.begin(work, actor.tenant(), contact, draft, sender);
                    if (first instanceof Begun.Over over
                            && over.outcome() instanceof SendOutcome.NotAllowed refused
                            && missing(refused.decision())) {
                        trace.missed(contact);
                    } else {
                        trace.of(contact);
                    }
                    return first;
                }));
        return begun instanceof Begun.Call call
                ? courier.call(actor.tenant(), call.sending())
                : ((Begun.Over) begun).outcome();
    }

    private static boolean missing(Decision decision) {
        return decision.objects(Objection.Reason.UNKNOWN_CONTACT) || decision.objects(Objection.Reason.ERASED);
    }

    /**
     * What was said to a contact and is not in the timeline yet: it waits to be tried again, or may have been sent. The
     * latest first.
     *
     * @param limit 1 to 100
     */
    public List<Sending> unsettled(ContactId contact, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_UNSETTLED, contact);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        return entrance.read((work, trace) -> work.contacts()
                .find(contact)
                .map(found -> {
                    List<Sending> all = work.sendings().unsettled(found.id(), limit);
                    trace.of(found.id(), all.size());
                    return all;
                })
                .orElseGet(() -> {
                    trace.missed(contact);
                    return List.of();
                }));
    }
}
