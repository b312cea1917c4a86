package io.crmkit.rights;

import io.crmkit.tenant.TenantId;

/**
 * The port to how long each tenant keeps what. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RetentionPolicy {
    /** A tenant's, asked whenever what is old is removed; without kinds nothing is. */
    Retention of(TenantId tenant);

    /** The same for all. */
    static RetentionPolicy all(Retention retention) {
        return tenant -> retention;
    }
}
