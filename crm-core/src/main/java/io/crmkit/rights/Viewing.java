package io.crmkit.rights;

import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import java.time.Instant;

/**
 * That somebody had to do with a person's data, as the audit has it: without whom else it was about, and without what was
 * searched.
 *
 * @param actor the pseudonym the host gives
 * @param role what the actor was
 * @param action the name of the use case
 * @param fields what was shown or changed, by name, joined by commas
 * @param purpose why, as the host said; empty if it did not
 * @since 0.1
 */
public record Viewing(
        Instant at, String actor, String role, String action, AuditOutcome outcome, String fields, String purpose) {
    static Viewing of(AuditEntry entry) {
        return new Viewing(
                entry.at(),
                entry.actor(),
                entry.role(),
                entry.action(),
                entry.outcome(),
                entry.fields(),
                entry.purpose());
    }
}
