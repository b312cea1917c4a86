package io.crmkit.audit;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit are asked for; what is null does not matter.
 *
 * @param contact with whose data, also by the id of who absorbed them
 * @param actor by whom
 * @param from not before
 * @param until before
 * @since 0.1
 */
public record AuditQuery(
        @Nullable ContactId contact,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** All of them. */
    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null);

    /** Who had to do with a contact. */
    public static AuditQuery of(ContactId contact) {
        return new AuditQuery(contact, null, null, null);
    }

    /** What an actor did. */
    public static AuditQuery by(String actor) {
        return new AuditQuery(null, actor, null, null);
    }

    /** Not before one time and before another. */
    public AuditQuery between(@Nullable Instant first, @Nullable Instant end) {
        return new AuditQuery(contact, actor, first, end);
    }
}
