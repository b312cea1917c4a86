package io.crmkit.request;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person asks for who has a right to it. It says what and by when, never why in words, and so outlives an
 * erasure: nothing in it is personal.
 *
 * @param contact by the id of that moment; after a merge that of the survivor, after an erasure it leads nowhere
 * @param reference the host's name for it; empty if it gave none. At most 100 characters, nothing personal
 * @param by the actor who took it down
 * @param receivedAt when the person asked
 * @param dueAt the first instant at which it is too late, an extension included
 * @param extension why it takes longer; null if it does not
 * @param refusal why it was refused; null if it was not
 * @param closedAt null while it is open
 * @since 0.1
 */
public record PersonRequest(
        RequestId id,
        ContactId contact,
        Kind kind,
        Regime regime,
        String reference,
        String by,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Extension extension,
        State state,
        @Nullable Refusal refusal,
        @Nullable Instant closedAt) {
    private static final int LONGEST = 100;

    /** What is asked for. */
    public enum Kind {
        /** To be told what is known. */
        ACCESS,
        /** To have it in a form that others can take over. */
        PORTABILITY,
        /** To have something corrected. */
        RECTIFICATION,
        /** To be forgotten. */
        ERASURE,
        /** That nothing is done with what is known. */
        RESTRICTION,
        /** That it is not used for something. */
        OBJECTION;

        /** Whether it is about telling, and not about changing. */
        public boolean tells() {
            return this == ACCESS || this == PORTABILITY;
        }
    }

    /** How far it is. */
    public enum State {
        OPEN,
        /** What was asked for was done. */
        FULFILLED,
        REFUSED,
        /** The person does not want it any more. */
        WITHDRAWN
    }

    /** What a law accepts as a reason to take longer. */
    public enum Extension {
        COMPLEXITY,
        NUMBER_OF_REQUESTS
    }

    /** Why something is refused; the person is told, and where to complain. */
    public enum Refusal {
        /** Nobody can tell that whoever asks is the person. */
        NOT_IDENTIFIED,
        UNFOUNDED,
        /** It repeats itself. */
        EXCESSIVE,
        /** The law wants it kept as it is. */
        OBLIGED_TO_KEEP
    }

    public PersonRequest {
        if (reference.length() > LONGEST) {
            throw new IllegalArgumentException("reference has at most " + LONGEST + " characters");
        }
        if ((state == State.OPEN) != (closedAt == null) || (state == State.REFUSED) != (refusal != null)) {
            throw new IllegalArgumentException("Only what is closed has a time of that, and what is refused a reason");
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it is open although it is too late. */
    public boolean overdue(Instant now) {
        return open() && !now.isBefore(dueAt);
    }

    /** The same, extended. */
    public PersonRequest extended(Extension reason, Instant until) {
        return new PersonRequest(
                id, contact, kind, regime, reference, by, receivedAt, until, reason, state, refusal, closedAt);
    }

    /** The same, closed. */
    public PersonRequest closed(State how, @Nullable Refusal reason, Instant at) {
        return new PersonRequest(
                id, contact, kind, regime, reference, by, receivedAt, dueAt, extension, how, reason, at);
    }

    /** The same of whoever the contact is by now. */
    public PersonRequest of(ContactId now) {
        return new PersonRequest(
                id, now, kind, regime, reference, by, receivedAt, dueAt, extension, state, refusal, closedAt);
    }
}
