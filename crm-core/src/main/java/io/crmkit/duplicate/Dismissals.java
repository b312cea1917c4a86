package io.crmkit.duplicate;

import io.crmkit.contact.Pair;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The storage port to what somebody said not to be duplicates, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Dismissals {
    /**
     * Notes that two contacts are two, for as long as the same speaks for their being one.
     *
     * @param evidence what speaks for it; personal
     */
    void add(Pair pair, String evidence, String actor, Instant at);

    /** Of these pairs with what speaks for them now, those that were dismissed with the same. */
    Set<Pair> among(Map<Pair, String> evidence);
}
