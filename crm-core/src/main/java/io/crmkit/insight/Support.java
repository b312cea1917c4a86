package io.crmkit.insight;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.Polarity;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;

/**
 * A place in a message of the customer's on which a fact rests.
 *
 * @param saidAt provider time of the message
 * @param start in UTF-16 units
 * @param end exclusive
 * @param quote the words of the message from start to end
 * @param extractor the id of the extractor that read it
 * @param version the extractor's version
 * @param readAt when it was read
 * @since 0.1
 */
public record Support(
        InteractionId message,
        Instant saidAt,
        int start,
        int end,
        String quote,
        Alignment alignment,
        String extractor,
        String version,
        Polarity polarity,
        FactOrigin origin,
        double confidence,
        Instant readAt) {

    /** Whether it speaks for the fact; else it takes the fact back. */
    public boolean affirms() {
        return polarity == Polarity.ASSERTED;
    }

    boolean samePlace(Support other) {
        return message.equals(other.message)
                && start == other.start
                && end == other.end
                && extractor.equals(other.extractor)
                && affirms() == other.affirms();
    }

    /** Without the quote, which is personal. */
    @Override
    public String toString() {
        return "Support[" + message + ", " + start + "-" + end + ", " + extractor + " " + version + "]";
    }
}
