package io.crmkit.consent;

import io.crmkit.interaction.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * How a consent is known.
 *
 * @param interaction where the person said so, or the platform told of it; null if it was not in a conversation
 * @param by the actor who recorded it
 * @param textVersion the name and version of the text the person agreed to, if one was shown
 * @since 0.1
 */
public record Evidence(
        Kind kind,
        @Nullable InteractionId interaction,
        String by,
        @Nullable String textVersion) {
    /** Who said so. */
    public enum Kind {
        /** The person, in a message. */
        MESSAGE,
        /** The channel's own preference signal. */
        PLATFORM,
        /** A member of staff, or the host's own form. */
        STATED,
        /** A list the business brought along. */
        IMPORTED
    }

    private static final int LONGEST = 100;

    public Evidence {
        if (textVersion != null && textVersion.length() > LONGEST) {
            throw new IllegalArgumentException("textVersion has at most 100 characters");
        }
    }
}
