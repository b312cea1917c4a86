package io.crmkit.audit;

import io.crmkit.CrmException;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.tenant.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Seals what was recorded, a thousand entries in a transaction, and hands the end of the chain over. Done twice or at the
 * same time it is done once: whoever seals holds the end. Thread-safe.
 */
public final class SealAudit implements DueTask {
    private static final int AT_ONCE = 1_000;
    private static final int ATTEMPTS = 8;
    private static final Comparator<AuditEntry> OLDEST_FIRST =
            Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id);

    private final Storage storage;
    private final CheckpointSink sink;
    private final InstantSource clock;

    public SealAudit(Storage storage, CheckpointSink sink, InstantSource clock) {
        this.storage = storage;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        seal(tenant);
        return new Result.Done();
    }

    /** Seals all that was committed by now; the place of the last link. */
    public long seal(TenantId tenant) {
        boolean more = true;
        while (more) {
            more = begunAgain(tenant);
        }
        AuditChain.End end = storage.apart(tenant, work -> work.auditChain().end());
        if (sink != CheckpointSink.NONE && end.place() > end.handed()) {
            sink.keep(new Checkpoint(tenant, end.place(), end.seal(), clock.instant()));
            storage.apart(tenant, work -> {
                work.auditChain().handed(end.place());
                return end;
            });
        }
        return end.place();
    }

    /** Who begins a chain may be overtaken by another who does. */
    private boolean begunAgain(TenantId tenant) {
        for (int attempt = 1; ; attempt++) {
            try {
                return storage.apart(tenant, SealAudit::batch);
            } catch (CrmException overtaken) {
                if (overtaken instanceof StorageUnavailable || attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** Whether there may be more. */
    private static boolean batch(UnitOfWork work) {
        AuditChain chain = work.auditChain();
        AuditChain.End end = chain.hold();
        List<AuditEntry> waiting = new ArrayList<>(chain.waiting(AT_ONCE));
        waiting.sort(OLDEST_FIRST);
        List<AuditLink> links = new ArrayList<>(waiting.size());
        String seal = end.seal();
        for (AuditEntry entry : waiting) {
            AuditLink link = AuditLink.behind(seal, end.place() + links.size() + 1, entry);
            links.add(link);
            seal = link.seal();
        }
        if (!links.isEmpty()) {
            chain.seal(links);
        }
        return links.size() == AT_ONCE;
    }
}
