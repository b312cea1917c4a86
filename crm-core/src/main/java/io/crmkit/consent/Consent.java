package io.crmkit.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One entry of a contact's ledger of consent: given or withdrawn. Entries are added and never changed.
 *
 * @param channel such as {@code whatsapp}; {@link #EVERY_CHANNEL} for all of them
 * @param at when the person said so
 * @since 0.1
 */
public record Consent(
        UUID id, Purpose purpose, String channel, boolean granted, Instant at, Instant recordedAt, Evidence evidence) {
    /** All channels there are. */
    public static final String EVERY_CHANNEL = "*";

    /** The latest last; of what was said at one time a withdrawal counts for the later. */
    public static final Comparator<Consent> ORDER =
            Comparator.comparing(Consent::at).thenComparing(Consent::granted, Comparator.reverseOrder());

    private static final int LONGEST = 40;

    public Consent {
        if (channel.isBlank() || channel.length() > LONGEST) {
            throw new IllegalArgumentException("channel has 1 to 40 characters");
        }
    }

    /** Whether it speaks of this. */
    public boolean about(Purpose what, String where) {
        return purpose == what && (channel.equals(where) || channel.equals(EVERY_CHANNEL));
    }
}
