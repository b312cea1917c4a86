package io.crmkit.move;

import io.crmkit.consent.Purpose;
import java.time.Instant;

/**
 * The last word on an identifier: whether whoever holds it is to be sent something.
 *
 * @param on the identifier's key; of erased people what stands for it
 * @param channel such as {@code whatsapp}, or {@link io.crmkit.consent.Consent#EVERY_CHANNEL}
 * @since 0.1
 */
public record LastWord<K>(K on, Purpose purpose, String channel, boolean granted, Instant since) {
    /** Without the identifier. */
    @Override
    public String toString() {
        return "LastWord[" + purpose + "]";
    }
}
