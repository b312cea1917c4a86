package io.crmkit.audit;

import io.crmkit.tenant.TenantId;
import java.time.Instant;

/**
 * Where a tenant's chain ended at some time: whoever keeps it elsewhere can tell later whether what was sealed by then is
 * still there as it was.
 *
 * @param place of the last link
 * @param seal of the last link
 * @param at when it was handed over
 * @since 0.1
 */
public record Checkpoint(TenantId tenant, long place, String seal, Instant at) {}
