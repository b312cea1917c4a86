package io.crmkit.due;

import io.crmkit.tenant.TenantId;
import java.time.Instant;

/**
 * When some work of a tenant comes due, or for work that somebody has, when the lease ends.
 *
 * @since 0.1
 */
public record Upcoming(TenantId tenant, Instant at) {}
