package io.crmkit.testkit.storage;

import static io.crmkit.due.DueKind.EXTRACT_BY_RULES;

import io.crmkit.Storage;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.due.DueTask.Result;
import io.crmkit.due.DueWork;
import io.crmkit.due.Parked;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Pieces of work of two tenants, and somebody who does them. */
abstract class WorkRules extends StorageRules {
    static final TenantId WORKSHOP = TenantId.of("taller-sur");
    static final Set<DueKind> ALL = EnumSet.allOf(DueKind.class);

    final List<UUID> done = Collections.synchronizedList(new ArrayList<>());

    WorkRules(StorageUnderTest under) {
        super(under);
    }

    static UUID subject(int number) {
        return new UUID(7, number);
    }

    void add(TenantId tenant, int subject, DueKind kind, Instant at) {
        storage().within(tenant, work -> {
            work.due().add(List.of(new Due(subject(subject), kind, at)));
            return subject;
        });
    }

    List<Claim> claim(Storage storage, int limit) {
        return storage.within(
                CLINIC,
                work -> work.due().claim(ALL, clock.instant(), clock.instant().plusSeconds(60), limit));
    }

    DueWork work(Storage storage, DueTask rules) {
        return new DueWork(storage, Map.of(EXTRACT_BY_RULES, rules), clock);
    }

    DueWork noting(Function<Claim, Result> result) {
        return work(storage(), (tenant, claim) -> {
            done.add(claim.subject());
            return result.apply(claim);
        });
    }

    List<Parked> parked() {
        return storage().within(CLINIC, work -> work.due().parked(10));
    }

    void add(Due due) {
        storage().within(CLINIC, work -> {
            work.due().add(List.of(due));
            return due;
        });
    }

    void settle(Claim claim) {
        storage().within(CLINIC, work -> {
            work.due().finish(claim);
            return claim;
        });
    }
}
