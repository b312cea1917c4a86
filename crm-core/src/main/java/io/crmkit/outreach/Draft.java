package io.crmkit.outreach;

import io.crmkit.consent.Purpose;
import io.crmkit.interaction.ChannelAccount;
import org.jspecify.annotations.Nullable;

/**
 * Something the business wants to say to a contact.
 *
 * @param from the account it is said from; null for the one the contact was last spoken with on, or else the messenger's
 * @param key names the request, 1 to 200 characters: the host gives the same to the same request, so that asking twice
 *     is sending once; null where each call is a message of its own
 * @since 0.1
 */
public record Draft(
        Purpose purpose,
        Outgoing message,
        @Nullable ChannelAccount from,
        @Nullable String key) {
    public Draft {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw new IllegalArgumentException("A request key has 1 to 200 characters");
        }
    }

    public static Draft of(Purpose purpose, Outgoing message) {
        return new Draft(purpose, message, null, null);
    }

    /** Words in answer to somebody who wrote. */
    public static Draft answer(String text) {
        return of(Purpose.ANSWER, new Outgoing.Text(text, null));
    }

    public Draft from(ChannelAccount account) {
        return new Draft(purpose, message, account, key);
    }

    /** The same, sent once however often it is asked for by this key. */
    public Draft once(String requestKey) {
        return new Draft(purpose, message, from, requestKey);
    }

    /** Without the key, which is the host's. */
    @Override
    public String toString() {
        return "Draft[" + purpose + ", " + message + "]";
    }
}
