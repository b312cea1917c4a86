package io.crmkit.outreach;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The storage port of messages on their way out, within one unit of work of one tenant. They go with their contact where
 * that is merged, parted or erased.
 *
 * @since 0.1
 */
public interface Sendings {
    /** Adds one of a contact that is held, unless there is one of its key; whichever there is then. */
    Sending add(Sending sending);

    Optional<Sending> find(UUID id);

    /** The one of a request key. */
    Optional<Sending> byKey(String key);

    /** One, which until the unit of work ends nobody else holds. */
    Optional<Sending> hold(UUID id);

    /** Keeps the state of one that is held. */
    void save(Sending sending);

    /** When a contact was asked to be sent something for a purpose since a time, refused ones aside, the latest first. */
    List<Instant> asked(ContactId contact, Purpose purpose, Instant since, int limit);

    /** Those of a contact that wait or of which is not known whether they were sent, the latest first. */
    List<Sending> unsettled(ContactId contact, int limit);
}
