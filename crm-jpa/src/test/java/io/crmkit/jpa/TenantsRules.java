package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.profile.ConversationView;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tenants share tables and nothing else. */
@Requirement("PRV-2")
abstract class TenantsRules {
    private static final List<String> TENANTS = List.of("clinica-norte", "taller-sur", "salon-este");

    private final HikariDataSource pool;
    private final JpaStorage storage;

    TenantsRules(TestDatabase database) {
        pool = database.freshPool(2);
        storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE);
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void threeTenantsWithTheSameCustomersAndMessagesSeeOnlyTheirOwn() {
        for (String tenant : TENANTS) {
            CrmSession session = Clinic.on(storage, tenant, () -> Clinic.minute(110));
            History.ofEverything(session);
            session.capture(Clinic.wrote(Clinic.ANA, "own", 100, "Soy de " + tenant));
        }
        Set<ContactId> seen = new HashSet<>();
        String told = null;
        for (String tenant : TENANTS) {
            Stored stored = Stored.of(Clinic.on(storage, tenant)).assertWhole();
            stored.people()
                    .forEach(person ->
                            assertThat(seen.add(person.summary().id())).isTrue());
            assertThat(stored.told()).contains("Soy de " + tenant);
            String same = stored.told()
                    .replace("Soy de " + tenant, "Soy de otro")
                    .replaceAll("out\\.[0-9a-f-]{36}", "an id of its own");
            assertThat(told == null ? same : told).isEqualTo(same);
            told = same;
            assertThat(Clinic.on(storage, tenant).keptAside(null, 10)).hasSize(1);
        }
    }

    @Test
    void anIdOfAnotherTenantIsNobodys() {
        CrmSession theirs = Clinic.on(storage, "taller-sur");
        History.ofEverything(theirs);
        CrmSession ours = Clinic.on(storage);
        History.ofEverything(ours);
        for (Stored.Person person : Stored.of(theirs).people()) {
            ContactId id = person.summary().id();
            assertThat(ours.profile(id)).isEmpty();
            assertThat(ours.timeline(id, null, 10).items()).isEmpty();
            assertThat(ours.conversations(id, null, 10).items()).isEmpty();
            for (ConversationView view : person.conversations()) {
                assertThat(ours.entries(view.conversation(), null, 10).items()).isEmpty();
            }
        }
        theirs.keptAside(null, 10).forEach(aside -> ours.forgetKeptAside(aside.id()));
        assertThat(theirs.keptAside(null, 10)).hasSize(1);
    }

    @Test
    void theSameValueHasAnotherHashWithEachTenant() throws SQLException {
        Map<String, Set<String>> hashes = new TreeMap<>();
        for (String tenant : TENANTS) {
            History.ofEverything(Clinic.on(storage, tenant));
            for (String table : List.of("crm_identifier", "crm_interaction", "crm_pending_update", "crm_set_aside")) {
                for (String row : Rows.of(pool, tenant).get(table)) {
                    hashes.computeIfAbsent(table + " " + tenant, t -> new TreeSet<>())
                            .addAll(List.of(row.replace(tenant, "").split("\\|")).stream()
                                    .filter(cell -> cell.length() == 32 || cell.length() == 36)
                                    .toList());
                }
            }
        }
        for (String one : hashes.keySet()) {
            for (String other : hashes.keySet()) {
                if (one.compareTo(other) < 0 && one.split(" ")[0].equals(other.split(" ")[0])) {
                    assertThat(hashes.get(one)).isNotEmpty();
                    assertThat(shared(hashes, one, other))
                            .as(one + " and " + other)
                            .isEmpty();
                }
            }
        }
    }

    private static Set<String> shared(Map<String, Set<String>> hashes, String one, String other) {
        Set<String> shared = new TreeSet<>(hashes.get(one));
        shared.retainAll(hashes.get(other));
        // What is sealed with the tenant's own key names it by an id that every tenant has, not a hash.
        shared.remove(KeyRing.INTAKE.toString());
        return shared;
    }

    @Test
    void theTenantLeadsEveryKeyAndIndex() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            List<String> others = new ArrayList<>();
            int indexes = 0;
            for (String table : Rows.tables(connection)) {
                String stored = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
                try (ResultSet row = data.getIndexInfo(null, connection.getSchema(), stored, false, true)) {
                    while (row.next()) {
                        if (row.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic
                                && row.getInt("ORDINAL_POSITION") == 1) {
                            indexes++;
                            if (!row.getString("COLUMN_NAME").equalsIgnoreCase("tenant_id")) {
                                others.add(table);
                            }
                        }
                    }
                }
                try (ResultSet row = data.getImportedKeys(null, connection.getSchema(), stored)) {
                    while (row.next()) {
                        if (row.getShort("KEY_SEQ") == 1
                                && !row.getString("FKCOLUMN_NAME").equalsIgnoreCase("tenant_id")) {
                            others.add(table + " " + row.getString("FK_NAME"));
                        }
                    }
                }
            }
            // An index of words cannot begin with the tenant; its words are hashed with the tenant's own key.
            others.remove("crm_interaction_words");
            assertThat(indexes).isGreaterThan(20);
            assertThat(others).containsExactly("crm_due", "crm_root_check", "crm_schema_history");
        }
    }
}
