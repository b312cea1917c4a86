package io.crmkit.dashboard;

import java.util.List;

/**
 * Whom somebody has to see to, who has waited longest first.
 *
 * @param key inquiries or support
 * @param briefs whether a brief can be had for who takes over
 */
record QueueView(Frame frame, String key, List<Item> items, boolean briefs) implements View {
    /**
     * One who waits.
     *
     * @param machine since when, as an attribute has it
     * @param said what happened last; empty if it has no words
     * @param by whose word that was
     */
    record Item(
            Row row, String waited, String machine, String moment, String said, String by, String href, String brief) {}
}
