package io.crmkit.dossier;

import io.crmkit.contact.Merge;
import io.crmkit.contact.Tag;
import java.util.Set;
import java.util.UUID;

/**
 * A merge that stands, with what it takes to undo it.
 *
 * @since 0.1
 */
public record MergeRecord(Merge merge, Merge.Before before, Taken taken) {
    /**
     * What of the other's the survivor got by the merge and loses when it is undone.
     *
     * @param notes by their ids
     * @param attributes by their names
     * @since 0.1
     */
    public record Taken(Set<Tag> tags, Set<UUID> notes, Set<String> attributes) {
        public Taken {
            tags = Set.copyOf(tags);
            notes = Set.copyOf(notes);
            attributes = Set.copyOf(attributes);
        }
    }
}
