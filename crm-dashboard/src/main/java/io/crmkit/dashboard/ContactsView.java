package io.crmkit.dashboard;

import java.util.List;
import java.util.Optional;

/**
 * The contact list.
 *
 * @param named what the segments of the rows are called
 * @param hits messages that say what was typed, on the first page
 * @param changes whether many can be changed at once
 */
record ContactsView(
        Frame frame,
        Filter filter,
        List<Rail> rail,
        Names named,
        List<Row> rows,
        Optional<String> next,
        boolean first,
        List<Hit> hits,
        boolean searches,
        boolean changes)
        implements View {
    /** A segment to choose, with how many are in it. */
    record Rail(String key, String name, String size, String href, boolean current, boolean automatic) {}

    /** A message that was found. */
    record Hit(Row contact, String snippet, String when, String machine, String href) {}

    String sorted(String order) {
        return frame.url(filter.link().with("order", order));
    }

    /** What a column heading says of the order to who does not see it. */
    String sort(String order) {
        return filter.by().name().equalsIgnoreCase(order)
                ? order.equals("first_contact") ? "ascending" : "descending"
                : "none";
    }

    /** Without a filter. */
    String cleared(String name) {
        return frame.url(filter.link().without(name));
    }
}
