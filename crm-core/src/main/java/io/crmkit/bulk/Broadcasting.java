package io.crmkit.bulk;

import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.bulk.BulkOutcome.Reason;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.due.DueTask.Result;
import io.crmkit.interaction.Author;
import io.crmkit.outreach.Begun;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Courier;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.outreach.Sender;
import io.crmkit.outreach.Sending;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a broadcast, a contact at a time: decides and notes in one transaction that holds the job, calls the provider
 * outside any, and notes the result in another. So nothing is sent once a pause is in but what was being sent. Thread-safe.
 */
final class Broadcasting {
    /** Then other jobs have their turn; well within the lease of due work. */
    private static final int STEPS = 500;

    private static final Duration TURN = Duration.ofMinutes(2);
    private static final int TOGETHER = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Broadcasting.class);

    private final Storage storage;
    private final Access access;
    private final CaptureRules rules;
    private final Courier courier;

    Broadcasting(Storage storage, Access access, CaptureRules rules, Courier courier) {
        this.storage = storage;
        this.access = access;
        this.rules = rules;
        this.courier = courier;
    }

    /** What is to be done next. */
    private sealed interface Step {
        record Call(Sending sending, ContactId contact) implements Step {}

        record Noted() implements Step {}

        record Over(Result result) implements Step {}
    }

    Result run(TenantId tenant, BulkId id, int attempts) {
        Instant until = rules.clock().instant().plus(TURN);
        for (int i = 0; i < STEPS && rules.clock().instant().isBefore(until); i++) {
            Step step = within(tenant, work -> next(work, tenant, id, attempts > TOGETHER));
            if (step instanceof Step.Call call) {
                SendOutcome outcome = courier.call(tenant, call.sending());
                step = within(tenant, work -> noted(work, id, call.contact(), outcome));
            }
            if (step instanceof Step.Over over) {
                return over.result();
            }
        }
        return new Result.Later(rules.clock().instant());
    }

    private Step next(UnitOfWork work, TenantId tenant, BulkId id, boolean failing) {
        BulkJob job = work.bulks().hold(id).orElse(null);
        if (job == null || job.state() != State.RUNNING) {
            return new Step.Over(new Result.Done());
        }
        Instant now = rules.clock().instant();
        Optional<ContactId> next = work.bulks().postponed(id, now, 1).stream()
                .findFirst()
                .or(() -> work.bulks().chosen(id, job.reached(), 1).stream().findFirst());
        if (next.isEmpty()) {
            Optional<Instant> later = work.bulks().nextPostponed(id);
            if (later.isEmpty()) {
                work.bulks().save(job.ended(), List.of());
            }
            return new Step.Over(later.<Result>map(Result.Later::new).orElseGet(Result.Done::new));
        }
        try {
            return dealt(work, tenant, job, next.get());
        } catch (StorageUnavailable | Overtaken again) {
            throw again;
        } catch (RuntimeException failure) {
            if (!failing) {
                throw failure;
            }
            LOG.warn("Broadcast {} of tenant {} fails at contact {}: {}", id, tenant, next.get(), failure.getClass());
            return saved(work, job, next.get(), new BulkOutcome.Refused(Reason.FAILED));
        }
    }

    private Step dealt(UnitOfWork work, TenantId tenant, BulkJob job, ContactId contact) {
        Campaign campaign = ((BulkAction.Broadcast) job.request().action()).campaign();
        Optional<ContactSummary> found = work.contacts().find(contact);
        Optional<Draft> draft = found.isEmpty()
                ? Optional.of(new Draft(campaign.purpose(), campaign.template(), campaign.from(), null))
                : campaign.of(found.get().contact(), attributes(work, campaign, found.get()));
        if (draft.isEmpty()) {
            return saved(work, job, contact, new BulkOutcome.Refused(Reason.NO_VALUE));
        }
        Begun begun = courier.begin(
                work,
                tenant,
                contact,
                draft.get().once(job.id() + ":" + contact),
                new Sender(Author.BOT, job.startedBy(), job.id().value()));
        if (begun instanceof Begun.Call call) {
            access.onBehalf(work, job.startedBy(), Action.CARRY_OUT_BULK, List.of(contact));
            return new Step.Call(call.sending(), contact);
        }
        SendOutcome outcome = ((Begun.Over) begun).outcome();
        Instant inFlight = outcome instanceof SendOutcome.Unknown unknown
                ? courier.calledUntil(work, unknown.sending()).orElse(null)
                : null;
        return inFlight != null ? new Step.Over(new Result.Later(inFlight)) : kept(work, job, contact, outcome);
    }

    private static Map<String, AttributeValue> attributes(UnitOfWork work, Campaign campaign, ContactSummary contact) {
        return campaign.readsAttributes() ? work.additions().attributes(contact.id()) : Map.of();
    }

    /** Unless somebody else dealt with the contact meanwhile. */
    private Step noted(UnitOfWork work, BulkId id, ContactId contact, SendOutcome outcome) {
        BulkJob job = work.bulks().hold(id).orElse(null);
        if (job == null) {
            return new Step.Over(new Result.Done());
        }
        boolean next = work.bulks().chosen(id, job.reached(), 1).contains(contact);
        return next || work.bulks().isPostponed(id, contact) ? kept(work, job, contact, outcome) : new Step.Noted();
    }

    private Step kept(UnitOfWork work, BulkJob job, ContactId contact, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            return saved(work, job, contact, BulkOutcome.DONE);
        } else if (outcome instanceof SendOutcome.Postponed postponed && postponed.everybody()) {
            return new Step.Over(new Result.Later(postponed.until()));
        } else if (outcome instanceof SendOutcome.Postponed postponed) {
            return saved(work, job, contact, comeBack(postponed.until()));
        } else if (outcome instanceof SendOutcome.NotAllowed refused) {
            return saved(
                    work,
                    job,
                    contact,
                    refused.decision()
                            .later()
                            .<BulkOutcome>map(this::comeBack)
                            .orElseGet(() -> new BulkOutcome.Refused(
                                    reason(refused.decision().objections().get(0)))));
        } else if (outcome instanceof SendOutcome.Failed failed) {
            // Once somebody has put right what stops the account, the job goes on with those who are left.
            BulkJob stopped = failed.stop() ? job.paused() : job;
            return saved(work, stopped, contact, new BulkOutcome.Refused(Reason.NOT_TAKEN));
        }
        return saved(work, job, contact, new BulkOutcome.Refused(Reason.MAYBE_SENT));
    }

    /** Not at once, so that nobody is come back to in a circle. */
    private BulkOutcome comeBack(Instant until) {
        Instant soonest = rules.clock().instant().plusSeconds(1);
        return new BulkOutcome.Postponed(until.isAfter(soonest) ? until : soonest);
    }

    static Reason reason(Objection objection) {
        return switch (objection.reason()) {
            case UNKNOWN_CONTACT -> Reason.UNKNOWN_CONTACT;
            case ERASED -> Reason.ERASED;
            case RESTRICTED -> Reason.RESTRICTED;
            case BLOCKED -> Reason.BLOCKED;
            case SUPPRESSED -> Reason.SUPPRESSED;
            case NO_CONSENT -> Reason.NO_CONSENT;
            case NO_MESSENGER, NO_ADDRESS -> Reason.NO_ADDRESS;
            case NO_VALUE -> Reason.NO_VALUE;
            case NO_SUCH_MESSAGE, WINDOW_CLOSED, TOO_OFTEN, QUIET_HOURS -> Reason.NOT_TAKEN;
        };
    }

    private static Step saved(UnitOfWork work, BulkJob job, ContactId contact, BulkOutcome outcome) {
        List<BulkResult> results = List.of(new BulkResult(contact, outcome));
        work.bulks().save(job.and(results), results);
        return new Step.Noted();
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
