package io.crmkit.report;

import io.crmkit.segment.ContactQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a report.
 *
 * @since 0.1
 */
public sealed interface Contents {
    /**
     * Contacts in a table of the tenant's own making.
     *
     * @param query which, and in what order
     * @param columns from left to right, at least one
     * @param grouped by whose values they stand together, with how many there are of each; null for one table
     */
    record Table(
            ContactQuery query,
            List<Column> columns,
            @Nullable Column grouped) implements Contents {
        public Table {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table has columns");
            }
        }

        /** Without what anybody asks by, which may be personal. */
        @Override
        public String toString() {
            return "Table" + columns;
        }
    }

    /** Contacts with everything there is about them, as the format has it. */
    record Everything(ContactQuery query) implements Contents {
        /** Without what anybody asks by, which may be personal. */
        @Override
        public String toString() {
            return "Everything[" + query.order() + "]";
        }
    }

    /** The owner's figures: what customers are worth, who came back, who may have left, how the team does. */
    record Figures() implements Contents {}
}
