package io.crmkit.capture;

import io.crmkit.Ids;
import io.crmkit.contact.Matching;
import io.crmkit.due.Trigger;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.util.List;

/**
 * What capture decides by: how identifiers match, what tenants set, the clock, the ids, and what a customer's
 * message makes due.
 *
 * @since 0.1
 */
public record CaptureRules(Matching matching, Tenants tenants, InstantSource clock, Ids ids, List<Trigger> triggers) {
    public CaptureRules {
        triggers = List.copyOf(triggers);
    }
}
