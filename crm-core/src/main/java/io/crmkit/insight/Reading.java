package io.crmkit.insight;

import io.crmkit.ai.MessageInsight;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That an extractor read a message, and what it shows beside facts.
 *
 * @param extractor the extractor's id
 * @param reader stands for the extractor's version and what it was told about the business: what another one read, this
 *     one reads again
 * @param insight null if it shows nothing
 * @since 0.1
 */
public record Reading(
        InteractionId message,
        String extractor,
        String reader,
        Instant at,
        @Nullable MessageInsight insight) {
    /** Of several readings of one message, whose mood counts comes first: the surest, by name where two are as sure. */
    public static final Comparator<Reading> SUREST =
            Comparator.comparingInt(Reading::certainty).reversed().thenComparing(Reading::extractor);

    /** How sure it is of what it shows, from 0 to 1,000. */
    public int certainty() {
        return insight == null ? 0 : (int) Math.round(insight.confidence() * 1_000);
    }
}
