package io.crmkit.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Binds columns of many rows as arrays, in the forms that the driver encodes fastest. */
final class Columns {
    private Columns() {}

    static void bind(PreparedStatement statement, int position, List<?> values) throws SQLException {
        Object first = values.get(0);
        if (first instanceof byte[]) {
            set(statement, position, "bytea", values.toArray(new byte[0][]));
        } else if (first instanceof UUID) {
            set(statement, position, "uuid", values.toArray());
        } else {
            set(statement, position, "text", values.toArray(new String[0]));
        }
    }

    private static void set(PreparedStatement statement, int position, String type, Object[] values)
            throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }
}
