package io.crmkit.capture;

import io.crmkit.Ids;
import io.crmkit.contact.Matching;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;

/**
 * What capture decides by: how identifiers match, what tenants set, the clock and the ids.
 *
 * @since 0.1
 */
public record CaptureRules(Matching matching, Tenants tenants, InstantSource clock, Ids ids) {}
