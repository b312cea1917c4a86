package io.crmkit.bulk;

import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.merge.Merging;
import io.crmkit.outreach.Courier;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.segment.AsOf;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bulk jobs out, a batch of contacts at a time. What is done to a batch, its results and how far the job has come
 * are one transaction that holds the job: so nothing is done twice, whoever dies and however many do it, and once a pause
 * or a cancellation is in, nothing more is done. Thread-safe.
 */
public final class BulkWork implements DueTask {
    /** Then other jobs have their turn. */
    private static final int BATCHES = 50;

    private static final int TOGETHER = 2;
    private static final int ALONE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);

    private final Storage storage;
    private final CaptureRules rules;
    private final Access access;
    private final Merging merging;
    private final Broadcasting broadcasting;

    public BulkWork(Storage storage, Access access, CaptureRules rules, Merging merging, Courier courier) {
        this.broadcasting = new Broadcasting(storage, access, rules, courier);
        this.storage = storage;
        this.access = access;
        this.rules = rules;
        this.merging = merging;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        BulkId id = new BulkId(claim.subject());
        // One contact that cannot be dealt with must not keep the others of its batch from it.
        boolean alone = claim.attempts() > TOGETHER;
        for (int i = 0; i < (alone ? ALONE : BATCHES); i++) {
            Left left = alone ? alone(tenant, id) : within(tenant, work -> batch(work, tenant, id, false));
            if (left == Left.TO_BE_SAID) {
                return broadcasting.run(tenant, id, claim.attempts());
            } else if (left == Left.NOTHING) {
                return new Result.Done();
            }
        }
        return new Result.Later(rules.clock().instant());
    }

    /** What is left of a job. */
    private enum Left {
        NOTHING,
        MORE,
        /** It is not done within a transaction. */
        TO_BE_SAID;

        static Left of(BulkJob job) {
            return job.open() ? MORE : NOTHING;
        }
    }

    private Left alone(TenantId tenant, BulkId id) {
        try {
            return within(tenant, work -> batch(work, tenant, id, true));
        } catch (Stumbled stumbled) {
            LOG.warn(
                    "Bulk job {} of tenant {} fails at contact {}: {}",
                    id,
                    tenant,
                    stumbled.contact,
                    stumbled.failure.getClass().getName());
            return within(tenant, work -> giveUp(work, id, stumbled.contact));
        }
    }

    private Left batch(UnitOfWork work, TenantId tenant, BulkId id, boolean alone) {
        BulkJob job = work.bulks().hold(id).orElse(null);
        if (job == null || !job.at(State.WAITING, State.RUNNING)) {
            return Left.NOTHING;
        }
        if (job.state() == State.WAITING) {
            return Left.of(begun(work, tenant, job));
        }
        BulkAction action = job.request().action();
        if (action instanceof BulkAction.Broadcast) {
            return Left.TO_BE_SAID;
        }
        List<ContactId> contacts = work.bulks().chosen(id, job.reached(), alone ? 1 : action.batch());
        if (contacts.isEmpty()) {
            work.bulks().save(job.ended(), List.of());
            return Left.NOTHING;
        }
        List<BulkResult> results =
                enacted(new Enactment(work, tenant, job.startedBy(), merging), action, contacts, alone);
        BulkJob next = job.and(results);
        work.bulks().save(next, results);
        access.onBehalf(work, job.startedBy(), Action.CARRY_OUT_BULK, contacts);
        return Left.of(next);
    }

    private BulkJob begun(UnitOfWork work, TenantId tenant, BulkJob job) {
        AsOf asOf = new AsOf(job.startedAt(), rules.tenants().settings(tenant));
        BulkJob begun = job.chosen(work.bulks().choose(job, among(work, asOf, job)));
        work.bulks().save(begun, List.of());
        return begun;
    }

    private static AsOf among(UnitOfWork work, AsOf asOf, BulkJob job) {
        return job.request().contacts() instanceof Chosen.All all
                ? asOf.among(work.smartLists(), all.criterion())
                : asOf;
    }

    private static List<BulkResult> enacted(
            Enactment enactment, BulkAction action, List<ContactId> contacts, boolean alone) {
        try {
            return enactment.of(action, contacts);
        } catch (StorageUnavailable | Overtaken again) {
            throw again;
        } catch (RuntimeException failure) {
            throw alone ? new Stumbled(contacts.get(0), failure) : failure;
        }
    }

    /** Unless somebody else has dealt with it meanwhile. */
    private static Left giveUp(UnitOfWork work, BulkId id, ContactId contact) {
        BulkJob job = work.bulks().hold(id).orElseThrow();
        if (job.state() == State.RUNNING
                && work.bulks().chosen(id, job.reached(), 1).contains(contact)) {
            List<BulkResult> results =
                    List.of(new BulkResult(contact, new BulkOutcome.Refused(BulkOutcome.Reason.FAILED)));
            job = job.and(results);
            work.bulks().save(job, results);
        }
        return Left.of(job);
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }

    /** Where it failed, by itself. */
    private static final class Stumbled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ContactId contact;
        private final transient RuntimeException failure;

        Stumbled(ContactId contact, RuntimeException failure) {
            super(null, null, false, false);
            this.contact = contact;
            this.failure = failure;
        }
    }
}
