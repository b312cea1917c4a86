package io.crmkit.insight;

import io.crmkit.tenant.TenantId;

/**
 * The port through which the host tells what may be read out of each tenant's conversations. Answers from memory, is
 * thread-safe and never fails.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ExtractionPolicy {
    ExtractionSettings settings(TenantId tenant);

    /** The same for every tenant. */
    static ExtractionPolicy all(ExtractionSettings settings) {
        return tenant -> settings;
    }
}
