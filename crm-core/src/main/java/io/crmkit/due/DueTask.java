package io.crmkit.due;

import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;

/**
 * What is done with due work of one kind. It may be done twice, also at the same time, and has to come out as if it was
 * done once. Thread-safe.
 */
@FunctionalInterface
public interface DueTask {
    /** Does it, outside any transaction of the list. What it throws counts as a failure. */
    Result run(TenantId tenant, Claim claim);

    /** What came of it. */
    sealed interface Result {
        /** Nothing is left to do. */
        record Done() implements Result {}

        /** It is too early. */
        record Later(Instant at) implements Result {}

        /** What it needs is away; that is no failure of the work. */
        record Away(Duration atLeast) implements Result {}
    }
}
