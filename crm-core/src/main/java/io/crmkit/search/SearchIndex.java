package io.crmkit.search;

import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Timelines;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The storage port that finds what was said, within one unit of work of one tenant. What was captured is found as soon
 * as it is committed; what is edited is found by what it says now, what is deleted not at all.
 *
 * @since 0.1
 */
public interface SearchIndex {
    /**
     * Interactions that say all of these words, newest first, at most {@code limit}, older than the cursor; among them
     * may be some that do not. If they are fewer than {@code limit}, there are no more.
     *
     * @param words at least one, as {@link Words} gives them
     */
    List<Interaction> newest(Set<String> words, Timelines.@Nullable Cursor olderThan, int limit);

    /**
     * Makes the index anew for the next contacts or interactions, at most {@code limit}, where the last call ended; what
     * the index lacks or has of an earlier {@link Term#VERSION} is right afterwards. Captures may go on meanwhile.
     *
     * @return whether there is more to do
     */
    boolean rebuild(int limit);
}
