package io.crmkit.outreach;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.capture.Overtaken;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.outreach.Deciding.Decided;
import io.crmkit.outreach.Sending.State;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to their provider, each once: notes it and commits, calls, and notes what came of it. What was noted and
 * of which nothing came is never called for again; the provider may tell of it later. Thread-safe.
 *
 * @since 0.1
 */
public final class Courier {
    /** Longer than any call takes, so that whoever called is dead by then. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    /** So often the provider is asked to take it. */
    private static final int CALLS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Storage storage;
    private final CaptureRules rules;
    private final Map<String, Messenger> messengers;

    public Courier(Storage storage, CaptureRules rules, Map<String, Messenger> messengers) {
        this.storage = storage;
        this.rules = rules;
        this.messengers = Map.copyOf(messengers);
    }

    /** What is to be done with something that was asked for. */
    public sealed interface Begun {
        /** The provider is to be called, once the unit of work is committed. */
        record Call(Sending sending) implements Begun {}

        /** Nothing is. */
        record Over(SendOutcome outcome) implements Begun {}
    }

    /** Who asks for it: a bulk job, if not null, in the name of somebody. */
    public record Sender(
            Author author, String name, @Nullable UUID bulk) {}

    Decision decide(UnitOfWork work, TenantId tenant, ContactId contact, Draft draft) {
        return deciding(work, tenant).decide(contact, draft, 0).decision();
    }

    /** Decides, within a unit of work, and notes what is to be called for. */
    public Begun begin(UnitOfWork work, TenantId tenant, ContactId contact, Draft draft, Sender sender) {
        Optional<ContactId> held = work.additions().hold(contact);
        UUID id = rules.ids().next();
        String key = draft.key() == null ? "id:" + id : "key:" + draft.key();
        Optional<Sending> known =
                draft.key() == null ? Optional.empty() : work.sendings().byKey(key);
        if (known.isPresent()) {
            return new Begun.Over(outcome(known.get()));
        }
        Decided decided = deciding(work, tenant).decide(contact, draft, 0);
        Decision decision = decided.decision();
        if (!decision.allowed()) {
            return new Begun.Over(new SendOutcome.NotAllowed(decision));
        }
        Instant now = now();
        Sending sending = new Sending(
                id,
                key,
                held.orElseThrow(),
                sender.bulk(),
                draft.purpose(),
                Objects.requireNonNull(decision.from()),
                Objects.requireNonNull(decision.to()),
                draft.message(),
                decided.about(),
                sender.author(),
                sender.name(),
                now,
                State.CALLING,
                now,
                1,
                0,
                null,
                null);
        Sending there = work.sendings().add(sending);
        if (!there.id().equals(id)) {
            return new Begun.Over(outcome(there));
        }
        due(work, id, now.plus(LONGEST_CALL));
        return new Begun.Call(sending);
    }

    /** Calls the provider, outside any transaction, and notes what came of it. */
    public SendOutcome call(TenantId tenant, Sending sending) {
        Verdict verdict = verdict(tenant, sending);
        return within(tenant, work -> settled(work, tenant, sending, verdict));
    }

    private Verdict verdict(TenantId tenant, Sending sending) {
        Messenger messenger =
                Objects.requireNonNull(messengers.get(sending.from().channel()));
        try {
            return messenger.send(new Dispatch(
                    sending.id(), tenant, sending.from(), sending.to(), sending.message(), sending.about()));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Message {} of tenant {} may have been sent or not: {}",
                    sending.id(),
                    tenant,
                    failure.getClass().getName());
            return new Verdict.Unknown();
        }
    }

    private SendOutcome settled(UnitOfWork work, TenantId tenant, Sending called, Verdict verdict) {
        Optional<Sending> held = held(work, called.id());
        if (held.isEmpty()) {
            // Erased meanwhile, with everything about the person.
            return new SendOutcome.Sent(called.id(), null);
        }
        if (held.get().state() != State.CALLING || held.get().calls() != called.calls()) {
            return outcome(held.get());
        }
        Sending now = after(work, tenant, held.get(), verdict);
        work.sendings().save(now);
        return verdict instanceof Verdict.Stop stop
                ? new SendOutcome.Failed(now.id(), stop.code(), Verdict.Advice.GIVE_UP, true)
                : outcome(now);
    }

    private Sending after(UnitOfWork work, TenantId tenant, Sending sending, Verdict verdict) {
        Instant now = now();
        if (verdict instanceof Verdict.Accepted accepted) {
            return sending.accepted(now, told(work, tenant, sending, accepted.providerId()));
        } else if (verdict instanceof Verdict.RetryAfter retry) {
            if (sending.calls() >= CALLS) {
                return sending.refused(now, retry.code(), Verdict.Advice.GIVE_UP);
            }
            Instant until = now.plus(retry.pause()).truncatedTo(ChronoUnit.MICROS);
            due(work, sending.id(), until);
            return sending.waiting(until, retry.code());
        } else if (verdict instanceof Verdict.Refused refused) {
            return sending.refused(now, refused.code(), refused.advice());
        } else if (verdict instanceof Verdict.Stop stop) {
            return sending.refused(now, stop.code(), Verdict.Advice.GIVE_UP);
        } else if (verdict instanceof Verdict.OptedOut out) {
            Evidence evidence = new Evidence(Evidence.Kind.PLATFORM, null, "messenger", null);
            work.consents()
                    .add(
                            sending.contact(),
                            new Consent(
                                    rules.ids().next(),
                                    Purpose.MARKETING,
                                    sending.from().channel(),
                                    false,
                                    now,
                                    now,
                                    evidence));
            return sending.refused(now, out.code(), Verdict.Advice.GIVE_UP);
        }
        return sending.unknown(now);
    }

    /** Puts what was said into the timeline; the entry it became, if it is one. */
    private @Nullable InteractionId told(
            UnitOfWork work, TenantId tenant, Sending sending, @Nullable String providerId) {
        InboundEvent event = Contents.event(sending, providerId);
        if (event == null) {
            return null;
        }
        Outcome outcome = Capture.within(work, tenant, rules, List.of(event)).get(0);
        if (outcome instanceof Outcome.Captured captured) {
            return captured.interaction();
        }
        return outcome instanceof Outcome.Applied applied && event instanceof MessageEvent
                ? applied.interaction()
                : null;
    }

    /**
     * Hears from a provider of a message that was sent by this id: if it was not known to be sent, it is now, and in the
     * timeline.
     *
     * @return whether that was news
     */
    boolean heard(TenantId tenant, UUID id, ProviderRef ref) {
        return within(tenant, work -> {
            Sending sending = held(work, id)
                    .filter(held ->
                            held.state() != State.ACCEPTED && held.from().equals(ref.account()))
                    .orElse(null);
            if (sending == null) {
                return false;
            }
            work.sendings().save(sending.accepted(now(), told(work, tenant, sending, ref.id())));
            return true;
        });
    }

    /** Tries what waits again, decided anew; empty if there is nothing to call for, and until when that is so. */
    Optional<Sending> again(UnitOfWork work, TenantId tenant, UUID id, Instant now) {
        Sending sending = held(work, id)
                .filter(held -> held.state() == State.WAITING && !held.at().isAfter(now))
                .orElse(null);
        if (sending == null) {
            return Optional.empty();
        }
        Draft draft = new Draft(sending.purpose(), sending.message(), sending.from(), null);
        Decision decision =
                deciding(work, tenant).decide(sending.contact(), draft, 1).decision();
        if (decision.allowed() && !sending.to().equals(decision.to())) {
            work.sendings().save(sending.refused(now, sending.code(), Verdict.Advice.CHECK_ADDRESS));
            return Optional.empty();
        } else if (decision.allowed()) {
            Sending calling = sending.calling(now);
            work.sendings().save(calling);
            return Optional.of(calling);
        }
        work.sendings()
                .save(decision.later()
                        .map(until -> sending.waiting(until, sending.code()))
                        .orElseGet(() -> sending.refused(now, sending.code(), Verdict.Advice.GIVE_UP)));
        return Optional.empty();
    }

    /** One that is held after its contact, as everybody holds them. */
    Optional<Sending> held(UnitOfWork work, UUID id) {
        return work.sendings().find(id).flatMap(sending -> {
            work.additions().hold(sending.contact());
            return work.sendings().hold(id);
        });
    }

    /** What became of it, as far as it is known. */
    static SendOutcome outcome(Sending sending) {
        return switch (sending.state()) {
            case ACCEPTED -> new SendOutcome.Sent(sending.id(), sending.interaction());
            case WAITING -> new SendOutcome.Postponed(sending.id(), sending.at());
            case REFUSED ->
                new SendOutcome.Failed(
                        sending.id(),
                        sending.code(),
                        Objects.requireNonNullElse(sending.advice(), Verdict.Advice.GIVE_UP),
                        false);
            case CALLING, UNKNOWN -> new SendOutcome.Unknown(sending.id());
        };
    }

    private Deciding deciding(UnitOfWork work, TenantId tenant) {
        return new Deciding(work, tenant, rules.tenants().settings(tenant), messengers, now());
    }

    private static void due(UnitOfWork work, UUID id, Instant at) {
        work.due().add(List.of(new Due(id, DueKind.SEND, at)));
    }

    Instant now() {
        return rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
