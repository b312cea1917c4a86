package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The rows of every table of the library as they are stored, for comparing before and after. */
final class Rows {
    private Rows() {}

    /** Of all tenants. */
    static Map<String, List<String>> of(DataSource dataSource) throws SQLException {
        return of(dataSource, null);
    }

    /** Of one tenant, without the tables that have none; of all if null. */
    static Map<String, List<String>> of(DataSource dataSource, String tenant) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : tables(connection)) {
                rows.put(table, new ArrayList<>());
            }
            boolean walls = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            for (String each : tenant == null ? tenants(statement, walls) : List.of(tenant)) {
                if (walls) {
                    statement.execute("select set_config('crm.tenant', '" + each + "', false)");
                }
                for (String table : rows.keySet()) {
                    if (!withoutTenant(table)) {
                        read(statement, table + " where tenant_id = '" + each + "'", rows.get(table));
                    }
                }
            }
            if (tenant == null) {
                for (String table : rows.keySet()) {
                    if (withoutTenant(table)) {
                        read(statement, table, rows.get(table));
                    }
                }
            }
            if (walls) {
                statement.execute("select set_config('crm.tenant', '', false)");
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return rows;
        }
    }

    static boolean withoutTenant(String table) {
        return table.equals("crm_root_check") || table.equals("crm_schema_history");
    }

    /** Every table whose name says that it is the library's. */
    static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lower(table_name) from information_schema.tables"
                        + " where table_schema = current_schema and lower(table_name) like 'crm\\_%' order by 1")) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    /** Behind the walls no table tells which tenants there are; the tests know. */
    private static List<String> tenants(Statement statement, boolean walls) throws SQLException {
        if (walls) {
            return List.of("clinica-norte", "taller-sur", "salon-este");
        }
        try (ResultSet row = statement.executeQuery("select distinct tenant_id from crm_tenant_key")) {
            List<String> tenants = new ArrayList<>();
            while (row.next()) {
                tenants.add(row.getString(1));
            }
            return tenants;
        }
    }

    private static void read(Statement statement, String from, List<String> into) throws SQLException {
        try (ResultSet row = statement.executeQuery("select * from " + from)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    Object value = row.getObject(i);
                    text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                            .append('|');
                }
                into.add(text.toString());
            }
        }
        into.sort(null);
    }
}
