package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Party;
import io.crmkit.privacy.Actor;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.rights.ErasureNote;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dump from before an erasure brings nobody back. */
@Requirement("PRV-5")
abstract class RestoredDumpRules {
    private static final String TENANT = "clinica-norte";

    private final TestDatabase database;
    private final List<ErasureNote> noted = new ArrayList<>();

    RestoredDumpRules(TestDatabase database) {
        this.database = database;
    }

    /** As a host keeps it, apart from the database. */
    private final class Noted implements ErasureLedger {
        @Override
        public void note(ErasureNote note) {
            noted.add(note);
        }

        @Override
        public List<ErasureNote> notes() {
            return List.copyOf(noted);
        }
    }

    private Crm crm(JpaStorage storage) {
        return Crm.create(storage).erasures(new Noted()).build();
    }

    private static List<String> told(CrmSession clinic) {
        return Stored.of(clinic).assertWhole().providerIds();
    }

    @Test
    void whoWasErasedAfterTheDumpIsErasedAgainBeforeAnybodyReads() throws SQLException {
        EphemeralKeys keys = EphemeralKeys.create();
        Party work = Clinic.somebody(2);
        List<InboundEvent> before = List.of(
                Clinic.wrote(Clinic.ANA, "m1", 0, "Hola, soy Ana"),
                Clinic.wrote(work, "m2", 1, "desde el trabajo"),
                Clinic.wrote(Clinic.somebody(3), "b1", 2, "Hola"));
        List<InboundEvent> after =
                List.of(Clinic.wrote(Clinic.ANA, "m3", 5, "algo más"), Clinic.read(Clinic.ANA, "m1", 6));
        Map<String, List<Object[]>> dump;
        Set<ContactId> erased;
        try (HikariDataSource pool = database.freshPool(4);
                JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE)) {
            CrmSession clinic = crm(storage).as(Actor.system(TenantId.of(TENANT)));
            clinic.capture(before);
            dump = dump(pool);
            clinic.capture(after);
            List<ContactId> all = clinic.contacts(null, 10).items().stream()
                    .map(ContactSummary::id)
                    .toList();
            clinic.merge(all.get(1), all.get(0));
            erased = clinic.privacy().erase(all.get(0)).orElseThrow().contacts();
            assertThat(erased).hasSize(2);
        }
        assertThat(noted).hasSize(1);
        try (HikariDataSource pool = database.freshPool(4);
                JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE)) {
            restore(pool, dump);
            Crm crm = crm(storage);
            crm.reapplyErasures();
            CrmSession clinic = crm.as(Actor.system(TenantId.of(TENANT)));
            assertThat(told(clinic)).containsExactly("b1");
            clinic.capture(before);
            clinic.capture(after);
            assertThat(told(clinic)).containsExactly("b1");
            erased.forEach(contact -> {
                assertThat(clinic.profile(contact)).isEmpty();
                assertThat(clinic.privacy().erasure(contact).orElseThrow().complete())
                        .isTrue();
            });
            crm.reapplyErasures();
            assertThat(told(clinic)).containsExactly("b1");
        }
    }

    /** All rows of all tables, those that others refer to first. */
    private static Map<String, List<Object[]>> dump(HikariDataSource pool) throws SQLException {
        List<String> tables = new ArrayList<>(DataMap.SHIPPED.tables().stream()
                .filter(table -> table.columns().containsKey("tenant_id"))
                .map(DataMap.Table::name)
                .toList());
        Collections.reverse(tables);
        Map<String, List<Object[]>> dump = new LinkedHashMap<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            bind(connection, statement);
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    List<Object[]> rows = new ArrayList<>();
                    while (row.next()) {
                        Object[] values = new Object[row.getMetaData().getColumnCount()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = row.getObject(i + 1);
                        }
                        rows.add(values);
                    }
                    dump.put(table, rows);
                }
            }
            connection.rollback();
        }
        return dump;
    }

    private static void restore(HikariDataSource pool, Map<String, List<Object[]>> dump) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            bind(connection, statement);
            for (Map.Entry<String, List<Object[]>> table : dump.entrySet()) {
                for (Object[] values : table.getValue()) {
                    String places = "?, ".repeat(values.length - 1) + "?";
                    try (PreparedStatement insert =
                            connection.prepareStatement("insert into " + table.getKey() + " values (" + places + ")")) {
                        for (int i = 0; i < values.length; i++) {
                            insert.setObject(i + 1, values[i]);
                        }
                        insert.executeUpdate();
                    }
                }
            }
            connection.commit();
        }
    }

    private static void bind(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        if (Vendor.of(connection) == Vendor.POSTGRESQL) {
            statement.execute("select set_config('crm.tenant', '" + TENANT + "', true)");
        }
    }
}
