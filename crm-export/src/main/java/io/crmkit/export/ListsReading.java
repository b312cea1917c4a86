package io.crmkit.export;

import io.crmkit.segment.SmartList;
import java.util.List;

/**
 * What came of reading smart lists.
 *
 * @since 0.1
 */
public sealed interface ListsReading {
    /** They were read. Whether the tenant has the attributes and segments they ask of is seen when they are saved. */
    record Lists(List<SmartList> lists) implements ListsReading {
        public Lists {
            lists = List.copyOf(lists);
        }
    }

    /** There is a mistake, the first one found. */
    record Refused(ListsMistake mistake) implements ListsReading {}
}
