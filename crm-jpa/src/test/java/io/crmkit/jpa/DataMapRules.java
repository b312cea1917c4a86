package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.rights.Erasure;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No column is stored that does not say what it holds and what an erasure does to it. */
@Requirement({"PRV-5", "PRV-9"})
abstract class DataMapRules {
    private static final String HOW =
            " (add lines to crm-jpa/src/main/resources/crm/jpa/data-map.tsv, whose head says how,"
                    + " then write docs/data-map.md anew)";

    private final HikariDataSource pool;

    DataMapRules(TestDatabase database) {
        pool = database.freshPool(4);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everyColumnOfTheSchemaIsDeclared() throws SQLException {
        JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
        Map<String, Set<String>> live = columns();
        Set<String> undeclared = new TreeSet<>();
        live.forEach((table, columns) -> columns.forEach(column -> {
            boolean declared = DataMap.SHIPPED.tables().stream()
                    .anyMatch(t -> t.name().equals(table) && t.columns().containsKey(column));
            if (!declared) {
                undeclared.add(table + "." + column);
            }
        }));
        assertThat(undeclared).as("columns that nobody declared" + HOW).isEmpty();
        assertThat(DataMap.SHIPPED.tables().stream().map(DataMap.Table::name))
                .as("tables that are declared and not there")
                .isSubsetOf(live.keySet());
    }

    @Test
    void everyColumnThatRefersToAContactIsFollowedByAnErasure() {
        for (Belonging belonging : Belongings.ALL) {
            String table = belonging.column().substring(0, belonging.column().indexOf('.'));
            String column = belonging.column().substring(table.length() + 1);
            DataMap.Table declared = DataMap.SHIPPED.table(table);
            assertThat(declared.subjects())
                    .extracting(DataMap.Subject::column)
                    .as("subjects of " + table + HOW)
                    .contains(column);
            assertThat(declared.deleted()
                            || Set.of("crm_erased_contact", "crm_audit_contact").contains(table))
                    .as(table + " is deleted")
                    .isTrue();
        }
    }

    @Test
    void afterAnErasureNoRowOfAnyTableIsAboutThePerson() throws SQLException {
        try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            var clinic = Clinic.on(storage);
            History.ofEverything(clinic);
            List<ContactId> everybody = clinic.contacts(null, 100).items().stream()
                    .map(ContactSummary::id)
                    .toList();
            Map<String, Long> before = counted();
            Map<String, Long> certified = new TreeMap<>();
            for (ContactId contact : everybody) {
                Erasure erasure = clinic.privacy().erase(contact).orElseThrow();
                assertThat(erasure.complete()).isTrue();
                erasure.removed().forEach((table, rows) -> certified.merge(table, rows, Long::sum));
            }
            Map<String, Long> after = counted();
            before.forEach((table, rows) -> assertThat(certified.getOrDefault(table, 0L))
                    .as("certified of " + table)
                    .isGreaterThanOrEqualTo(rows - after.getOrDefault(table, 0L)));
            certified.forEach(
                    (table, rows) -> assertThat(rows).as(table).isLessThanOrEqualTo(before.getOrDefault(table, 0L)));
            assertThat(filled())
                    .isEqualTo(Set.of(
                            // By ids that lead nowhere.
                            "crm_audit",
                            "crm_audit_contact",
                            "crm_erased_contact",
                            "crm_erased_key",
                            "crm_erased_message",
                            "crm_erasure",
                            "crm_suppression",
                            "crm_due",
                            // Of somebody who is no contact.
                            "crm_pending_update",
                            // What concerns nobody in particular: the tenant's keys, its tags, and what mentions
                            // nobody.
                            "crm_data_key",
                            "crm_label",
                            "crm_segment",
                            "crm_set_aside",
                            "crm_tag",
                            "crm_search_index",
                            "crm_tenant_key"));
            assertThat(count("crm_data_key"))
                    .as("the key of what belongs to nobody")
                    .isEqualTo(1);
        }
    }

    private Map<String, Long> counted() throws SQLException {
        Map<String, Long> counted = new TreeMap<>();
        for (String table : filled()) {
            counted.put(table, count(table));
        }
        return counted;
    }

    /** The tables with rows of the tenant. */
    private Set<String> filled() throws SQLException {
        Set<String> filled = new TreeSet<>();
        for (DataMap.Table table : DataMap.SHIPPED.tables()) {
            if (table.columns().containsKey("tenant_id") && count(table.name()) > 0) {
                filled.add(table.name());
            }
        }
        return filled;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (Vendor.of(connection) == Vendor.POSTGRESQL) {
                statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            }
            try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private Map<String, Set<String>> columns() throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select lower(table_name), lower(column_name) from information_schema.columns
                        where lower(table_name) like 'crm\\_%' and table_schema = current_schema""")) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return columns;
    }
}
