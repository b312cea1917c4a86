package io.crmkit.rights;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Erases people: their keys first, so that nothing can be read from then on, then the rows. Whenever it is broken off,
 * due work goes on; it also looks once more, later, for what was being written while the keys went. Thread-safe.
 */
public final class Erasing implements DueTask {
    /** So many messages go in one transaction. */
    private static final int TOGETHER = 2_500;

    /** Longer than any transaction that began before the keys were gone. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private final Storage storage;
    private final CaptureRules rules;
    private final ErasureLedger ledger;

    public Erasing(Storage storage, CaptureRules rules, ErasureLedger ledger) {
        this.storage = storage;
        this.rules = rules;
        this.ledger = ledger;
    }

    /** The one transaction from whose commit on nothing can be read, put on record with what else belongs to it. */
    @FunctionalInterface
    interface OnRecord {
        Optional<Erasure> change(Function<UnitOfWork, Optional<Erasure>> shredding);
    }

    /** Erases a contact with all it was merged of; what was erased before is told again. Empty if there is none. */
    Optional<Erasure> erase(TenantId tenant, String by, ContactId contact, OnRecord onRecord) {
        Set<UUID> setAsides = within(tenant, work -> mentioned(work, contact));
        ErasureId id = new ErasureId(rules.ids().next());
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        ErasureNote order = new ErasureNote(tenant, id, by, now, Set.of(contact), Set.of());
        Optional<Erasure> begun = Overtaken.begunAgain(
                tenant,
                () -> onRecord.change(work -> {
                    if (work.erasures().of(contact).isEmpty()) {
                        shred(work, order, setAsides);
                    }
                    return work.erasures().of(contact);
                }));
        return begun.map(erasure -> erasure.complete() ? erasure : proceed(tenant, erasure));
    }

    /** Does again what was noted outside the database, in case this one was restored from before it. */
    public void reapply() {
        for (ErasureNote note : ledger.notes()) {
            if (within(note.tenant(), work -> shred(work, note, Set.of()))) {
                within(note.tenant(), work -> work.erasures().find(note.id()))
                        .ifPresent(begun -> purge(note.tenant(), begun));
            }
        }
    }

    private boolean shred(UnitOfWork work, ErasureNote order, Set<UUID> setAsides) {
        boolean shredded = work.erasures().shred(order, setAsides);
        if (shredded) {
            Instant later = rules.clock().instant().plus(LATER);
            work.due().add(List.of(new Due(order.id().value(), DueKind.ERASE, later)));
        }
        return shredded;
    }

    private Set<UUID> mentioned(UnitOfWork work, ContactId contact) {
        return Restricting.despite(work, contact, () -> work.contacts().find(contact))
                .map(ContactSummary::contact)
                .map(found -> Mentions.of(found.identifiers(), rules.matching()).among(work))
                .orElse(Set.of());
    }

    /** Certified only once it is noted. */
    private Erasure proceed(TenantId tenant, Erasure begun) {
        within(tenant, work -> work.erasures().note(begun.id())).ifPresent(ledger::note);
        return purge(tenant, begun);
    }

    private Erasure purge(TenantId tenant, Erasure begun) {
        boolean more = true;
        while (more) {
            more = within(tenant, work -> {
                Map<String, Long> removed = work.erasures().purge(begun.id(), TOGETHER);
                if (!removed.isEmpty()) {
                    work.erasures().save(current(work, begun).and(removed));
                }
                return !removed.isEmpty();
            });
        }
        return within(tenant, work -> {
            Erasure counted = current(work, begun)
                    .counted(
                            work.erasures().remaining(begun.id()), rules.clock().instant());
            work.erasures().save(counted);
            return counted;
        });
    }

    private static Erasure current(UnitOfWork work, Erasure begun) {
        return work.erasures().find(begun.id()).orElseThrow();
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        within(tenant, work -> work.erasures().find(new ErasureId(claim.subject())))
                .ifPresent(begun -> proceed(tenant, begun));
        return new Result.Done();
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
