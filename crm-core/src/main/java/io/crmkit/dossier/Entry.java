package io.crmkit.dossier;

import io.crmkit.contact.MatchKey;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Interaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a contact, and what was read of it.
 *
 * @param route the key it came by; null if that is not stored any more
 * @param readings by which extractors it was read, by their ids
 * @since 0.1
 */
public record Entry(Interaction interaction, @Nullable MatchKey route, List<Reading> readings) {
    public Entry {
        readings = List.copyOf(readings);
    }
}
