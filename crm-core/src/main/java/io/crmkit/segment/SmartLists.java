package io.crmkit.segment;

import java.util.List;

/**
 * The storage port to smart lists, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface SmartLists {
    /** All of them, by key. */
    List<SmartList> all();

    /** Adds one, or replaces the one of its key. */
    void save(SmartList list);

    /** Takes one away; false if there is none. */
    boolean remove(SegmentKey key);
}
