package io.crmkit.export;

import java.io.IOException;
import java.util.List;

/** Takes a table, group by group if it has groups, and row by row. */
interface TableSink {
    /** @param rows how many of it follow */
    void group(String value, long rows) throws IOException;

    /** @param group whose value it has; empty in a table without groups */
    void row(String group, List<String> cells) throws IOException;
}
