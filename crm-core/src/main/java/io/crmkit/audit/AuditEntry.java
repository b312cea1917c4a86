package io.crmkit.audit;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One thing somebody did or tried to do with a tenant's data: who, what, when, why, and with whose; never what the data
 * say. Nothing in it is personal: contacts stand in it by their ids, actors by the pseudonyms the host gives them.
 *
 * @param at to the microsecond
 * @param role what the actor was: {@code SYSTEM}, {@code BOT} or the roles of a person; empty if the person had none
 * @param action the name of the use case
 * @param fields what was shown or changed, by name, joined by commas
 * @param purpose why, as the host said; empty if it did not
 * @param request the host's name for the request it was part of; empty if it gave none
 * @param filter a keyed hash of what was searched or filtered by, in hexadecimal digits; empty if nothing was
 * @param count how many things the answer had
 * @param contacts whose data, each once, by id
 * @since 0.1
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String role,
        String action,
        AuditOutcome outcome,
        String fields,
        String purpose,
        String request,
        String filter,
        int count,
        List<ContactId> contacts) {
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        contacts = contacts.stream().distinct().sorted().toList();
    }

    /** The same of these contacts. */
    public AuditEntry of(Collection<ContactId> others) {
        return new AuditEntry(
                id, at, actor, role, action, outcome, fields, purpose, request, filter, count, List.copyOf(others));
    }
}
