package io.crmkit.outreach;

import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, noted before anybody is called. Immutable.
 *
 * @param bulk the bulk job it is part of; null if none
 * @param by the name of the actor who asked for it
 * @param about the provider's id of the message it is about; null if none
 * @param at when its present state began; of what waits, when it is to be tried again
 * @param calls how often the provider was called
 * @param code what the provider said last; 0 if nothing
 * @param interaction the entry of the timeline it became
 * @since 0.1
 */
public record Sending(
        UUID id,
        String key,
        ContactId contact,
        @Nullable UUID bulk,
        Purpose purpose,
        ChannelAccount from,
        Identifier to,
        Outgoing message,
        @Nullable String about,
        Author author,
        String by,
        Instant askedAt,
        State state,
        Instant at,
        int calls,
        int code,
        Verdict.@Nullable Advice advice,
        @Nullable InteractionId interaction) {

    /** How far it is. */
    public enum State {
        /** The provider is being called, or whoever called it died. */
        CALLING,
        /** It is to be tried again. */
        WAITING,
        ACCEPTED,
        /** It was not sent and will not be. */
        REFUSED,
        /** The provider was called, and whether it took it is not known. */
        UNKNOWN
    }

    /** Whether it may have been sent, or be yet. */
    public boolean counts() {
        return state != State.REFUSED;
    }

    /** Whether the provider may still tell that it was sent. */
    boolean open() {
        return state == State.CALLING || state == State.UNKNOWN;
    }

    Sending calling(Instant now) {
        return with(State.CALLING, now, calls + 1, code, advice, interaction);
    }

    Sending waiting(Instant until, int said) {
        return with(State.WAITING, until, calls, said, advice, interaction);
    }

    Sending accepted(Instant now, @Nullable InteractionId entry) {
        return with(State.ACCEPTED, now, calls, 0, null, entry == null ? interaction : entry);
    }

    Sending refused(Instant now, int said, Verdict.Advice why) {
        return with(State.REFUSED, now, calls, said, why, interaction);
    }

    Sending unknown(Instant now) {
        return with(State.UNKNOWN, now, calls, code, advice, interaction);
    }

    private Sending with(
            State other,
            Instant since,
            int called,
            int said,
            Verdict.@Nullable Advice why,
            @Nullable InteractionId entry) {
        return new Sending(
                id, key, contact, bulk, purpose, from, to, message, about, author, by, askedAt, other, since, called,
                said, why, entry);
    }

    /** Without what is said and to whom. */
    @Override
    public String toString() {
        return "Sending[" + id + ", " + state + "]";
    }
}
