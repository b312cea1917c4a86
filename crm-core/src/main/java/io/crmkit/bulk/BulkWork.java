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

    public BulkWork(Storage storage, Access access, CaptureRules rules, Merging merging) {
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
            if (!(alone ? alone(tenant, id) : within(tenant, work -> batch(work, tenant, id, false)))) {
                return new Result.Done();
            }
        }
        return new Result.Later(rules.clock().instant());
    }

    private boolean alone(TenantId tenant, BulkId id) {
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

    /** Whether there is more to do. */
    private boolean batch(UnitOfWork work, TenantId tenant, BulkId id, boolean alone) {
        BulkJob job = work.bulks().hold(id).orElse(null);
        if (job == null || !job.at(State.WAITING, State.RUNNING)) {
            return false;
        }
        if (job.state() == State.WAITING) {
            AsOf asOf = new AsOf(job.startedAt(), rules.tenants().settings(tenant));
            BulkJob begun = job.chosen(work.bulks().choose(job, among(work, asOf, job)));
            work.bulks().save(begun, List.of());
            return begun.open();
        }
        BulkAction action = job.request().action();
        List<ContactId> contacts = work.bulks().chosen(id, job.reached(), alone ? 1 : action.batch());
        List<BulkResult> results =
                enacted(new Enactment(work, tenant, job.startedBy(), merging), action, contacts, alone);
        BulkJob next = job.and(results);
        work.bulks().save(next, results);
        access.onBehalf(work, job.startedBy(), Action.CARRY_OUT_BULK, contacts);
        return next.open();
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
    private static boolean giveUp(UnitOfWork work, BulkId id, ContactId contact) {
        BulkJob job = work.bulks().hold(id).orElseThrow();
        if (job.state() == State.RUNNING
                && work.bulks().chosen(id, job.reached(), 1).contains(contact)) {
            List<BulkResult> results =
                    List.of(new BulkResult(contact, new BulkOutcome.Refused(BulkOutcome.Reason.FAILED)));
            job = job.and(results);
            work.bulks().save(job, results);
        }
        return job.open();
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
