package io.crmkit.jpa;

import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks where work is due: the one statement that is of no tenant. It reads tenants and times only; row-level security
 * lets it through for this table by a setting of its own, and the work itself is claimed tenant by tenant.
 */
final class DueLook {
    private static final String NEXT = """
            select tenant_id, due_at from crm_due where kind = any(?) and not parked
            order by due_at fetch first ? rows only""";

    private DueLook() {}

    /** @param connection within a transaction of its own */
    static List<Upcoming> look(Connection connection, Vendor vendor, Set<DueKind> kinds, int limit)
            throws SQLException {
        if (vendor == Vendor.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('crm.look', 'due', true)");
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            Array codes =
                    connection.createArrayOf(vendor == Vendor.POSTGRESQL ? "int2" : "smallint", DueRows.codes(kinds));
            statement.setArray(1, codes);
            statement.setInt(2, limit);
            List<Upcoming> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(new Upcoming(TenantId.of(row.getString("tenant_id")), Times.present(row, "due_at")));
                }
            }
            return all;
        }
    }
}
