package io.crmkit.privacy;

import io.crmkit.Page;
import io.crmkit.Storage;
import io.crmkit.UnknownCursor;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditTrail;
import io.crmkit.audit.AuditVerdict;
import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.SealAudit;
import io.crmkit.audit.Verification;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One actor's door to the record of who did what with whose data. Whatever is asked of it is on that record too.
 * Thread-safe.
 *
 * <p>Entries are sealed into a chain in the background, within 5 seconds or 1,000 entries of a node while
 * {@link io.crmkit.Crm#dueWork()} works: until then whoever can write to the database can change them unnoticed.
 *
 * @since 0.1
 */
public final class AuditLog {
    private static final int LONGEST_PAGE = 1_000;

    private final Actor actor;
    private final Access access;
    private final Storage storage;
    private final SealAudit sealing;

    public AuditLog(Actor actor, Access access, Storage storage, SealAudit sealing) {
        this.actor = actor;
        this.access = access;
        this.storage = storage;
        this.sealing = sealing;
    }

    /**
     * Entries that are asked for, the newest first.
     *
     * @param cursor {@link Page#next()} of the page before of the same query; null for the first
     * @param limit 1 to 1,000
     */
    public Page<AuditEntry> page(AuditQuery query, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_AUDIT);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        AuditTrail.Cursor olderThan = parsed(cursor);
        List<AuditEntry> found = entrance.read((work, trace) -> {
            List<AuditEntry> page = work.audit().page(query, olderThan, limit + 1);
            trace.things(Math.min(page.size(), limit));
            if (query.contact() != null) {
                trace.of(query.contact(), 0);
            }
            return page;
        });
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        AuditEntry last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), Optional.of(last.at() + "_" + last.id()));
    }

    /**
     * Whether everything that was sealed is as it was: walks all of the chain, as of one moment.
     *
     * @param known checkpoints of this tenant that were kept elsewhere; without any, a chain that somebody with the
     *     tenant's keys cut or wrote anew is sound
     */
    public AuditVerdict verify(Checkpoint... known) {
        access.enter(actor, Action.VERIFY_AUDIT).record(trace -> trace);
        for (Checkpoint checkpoint : known) {
            if (!checkpoint.tenant().equals(actor.tenant())) {
                throw new IllegalArgumentException("A checkpoint of another tenant");
            }
        }
        return storage.snapshot(actor.tenant(), work -> new Verification(work.auditChain(), List.of(known)).verdict());
    }

    /** Seals what is committed by now, without waiting for the background; the place of the last link. */
    public long seal() {
        access.enter(actor, Action.SEAL_AUDIT).record(trace -> trace);
        return sealing.seal(actor.tenant());
    }

    private static AuditTrail.@Nullable Cursor parsed(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        int cut = cursor.indexOf('_');
        try {
            return new AuditTrail.Cursor(
                    Instant.parse(cursor.substring(0, Math.max(cut, 0))), UUID.fromString(cursor.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }
}
