package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.event.DomainEvent.ContactCreated;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.Posting;
import io.crmkit.insight.ReadUpTo;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.InteractionId;
import io.crmkit.membership.Membership;
import io.crmkit.move.Move;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall between tenants: PostgreSQL itself holds each statement to one of them. */
@Requirement("PRV-2")
class TenantWallTest {
    private final HikariDataSource pool = TestDatabase.POSTGRESQL.freshPool(2);
    private final JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE);

    @BeforeEach
    void capture() throws SQLException {
        History.ofEverything(Clinic.on(storage));
        storage.within(TenantId.of("clinica-norte"), work -> {
            work.due().add(List.of(new Due(new UUID(7, 7), DueKind.EXTRACT_BY_RULES, Clinic.MONDAY)));
            ContactId ana = work.contacts().byFirstContact(null, 1).get(0).id();
            InteractionId message = work.timelines().oldest(ana, null, 1).get(0).id();
            work.facts().replace(ana, List.of(), List.of(Samples.fact(message)));
            work.readings().keep(ana, List.of(new Reading(message, "rules", "1", Clinic.MONDAY, null)));
            work.readings().keep(ana, "rules", new ReadUpTo("1", Clinic.MONDAY, Clinic.MONDAY));
            work.readings().spend(LocalDate.EPOCH, "model", 5, 10);
            Heading heading = new Heading(new UUID(7, 8), TenantId.of("clinica-norte"), ana, Clinic.MONDAY);
            work.outbox().add(new Posting(List.of(new ContactCreated(heading)), Set.of("orders")));
            work.memberships().add(List.of(new Membership(ana, SegmentKey.of("vip"))));
            work.memberships().holdSurvey();
            SampleReport.keep(work);
            work.moves().save(Move.BEGINNING);
            return null;
        });
        Clinic.on(storage)
                .bulk()
                .start(new BulkRequest("today", new BulkAction.SetStatus(null), new Chosen.All(Criterion.EVERYBODY)));
        Crm.create(storage).build().dueWork().runDue();
        Clinic.on(storage).capture(Clinic.wrote(Clinic.somebody(9), "x1", 50, "Hola"));
        ContactId gone = Clinic.on(storage)
                .searchContacts(Clinic.somebody(9).identifiers().get(0).value(), null, 1)
                .items()
                .get(0)
                .contact();
        assertThat(Clinic.on(storage).privacy().erase(gone)).isPresent();
        ContactId somebody = Clinic.on(storage).contacts(null, 1).items().get(0).id();
        Clinic.on(storage).privacy().consent(somebody, Purpose.MARKETING, "whatsapp", true, null);
        // Filled by features whose rows go with a merge.
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            statement.execute("insert into crm_merge_moved"
                    + " values ('clinica-norte', gen_random_uuid(), 'crm_x', gen_random_uuid())");
            statement.execute(
                    "insert into crm_audit_chain values ('clinica-norte', 0, '', '', 0) on conflict do nothing");
            connection.commit();
        }
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void theRoleOfTheTestsIsHeldToTheWall() throws SQLException {
        assertThat(strings("select rolsuper::text || rolbypassrls::text from pg_roles where rolname = current_user"))
                .containsExactly("falsefalse");
    }

    @Test
    void everyTableWithATenantIsWalledAlsoForItsOwner() throws SQLException {
        assertThat(strings("""
                        select relname from pg_class where relnamespace = current_schema::regnamespace
                            and relkind in ('r', 'p') and relname like 'crm\\_%'
                            and not (relrowsecurity and relforcerowsecurity) order by 1""")).containsExactly("crm_root_check", "crm_schema_history");
        assertThat(strings("""
                        select tablename || ' ' || cmd || ' ' || permissive from pg_policies
                        where schemaname = current_schema and tablename like 'crm\\_%' order by 1"""))
                .isEqualTo(walled().stream()
                        .flatMap(table -> policies(table).map(on -> table + " " + on + " PERMISSIVE"))
                        .toList());
    }

    /** What each table lets statements of its tenant do. */
    private static Stream<String> policies(String table) {
        return switch (table) {
            case "crm_due" -> Stream.of("ALL", "SELECT");
            case "crm_audit" -> Stream.of("DELETE", "INSERT", "SELECT", "UPDATE");
            case "crm_audit_contact" -> Stream.of("DELETE", "INSERT", "SELECT");
            default -> Stream.of("ALL");
        };
    }

    @Test
    @Requirement("PRV-3")
    void entriesOfTheAuditAreAddedAndNeverChangedOrRemovedAlsoByTheirOwner() throws SQLException {
        String tenant = "select set_config('crm.tenant', 'clinica-norte', true)";
        for (String change : List.of(
                "delete from crm_audit",
                "delete from crm_audit_contact",
                "update crm_audit_contact set contact_id = gen_random_uuid()")) {
            assertThat(strings(tenant, "with changed as (" + change + " returning 1) select count(*) from changed"))
                    .as(change)
                    .containsExactly("clinica-norte", "0");
        }
        assertThatThrownBy(() -> strings(
                        tenant,
                        "with changed as (update crm_audit set actor = 'x' returning 1) select count(*) from changed"))
                .hasMessageContaining("violates row-level security policy");
        assertThat(strings(
                        tenant,
                        "with n as (select id, row_number() over (order by id) as place from crm_audit), s as ("
                                + "update crm_audit a set seq = n.place, seal = '' from n where n.id = a.id returning 1)"
                                + " select (count(*) > 0)::text from s",
                        "with changed as (update crm_audit set actor = 'x', seq = 1 returning 1)"
                                + " select count(*) from changed"))
                .as("sealed once")
                .containsExactly("clinica-norte", "true", "0");
    }

    @Test
    void withoutTenantEveryTableIsEmpty() throws SQLException {
        for (String table : walled()) {
            assertThat(strings("select set_config('crm.tenant', 'clinica-norte', true)", count(table)))
                    .as(table + " with its tenant")
                    .doesNotContain("0");
            assertThat(strings(count(table))).as(table + " without").containsExactly("0");
            assertThat(strings("select set_config('crm.tenant', 'taller-sur', true)", count(table)))
                    .as(table + " with another tenant")
                    .contains("0");
        }
    }

    @Test
    void aRowOfAnotherTenantIsRefused() throws SQLException {
        for (String table : walled()) {
            String copy = copyOf(table);
            assertThatThrownBy(() -> strings("select set_config('crm.tenant', 'clinica-norte', true)", copy))
                    .as(table)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("violates row-level security policy");
            if (policies(table).noneMatch(List.of("ALL", "UPDATE")::contains)) {
                continue;
            }
            assertThatThrownBy(() -> strings(
                            "select set_config('crm.tenant', 'clinica-norte', true)",
                            "with moved as (update " + table + " set tenant_id = 'taller-sur' returning 1)"
                                    + " select count(*) from moved"))
                    .as(table)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("violates row-level security policy");
        }
    }

    @Test
    void theTenantOfATransactionEndsWithIt() throws SQLException {
        for (int i = 0; i < 4; i++) {
            Clinic.on(storage).contacts(null, 1);
            assertThat(strings("select coalesce(current_setting('crm.tenant', true), '')"))
                    .containsExactly("");
        }
    }

    private List<String> walled() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            List<String> tables = new ArrayList<>(Rows.tables(connection));
            tables.removeIf(Rows::withoutTenant);
            assertThat(tables).isNotEmpty();
            return tables;
        }
    }

    private static String count(String table) {
        return "select count(*) from " + table;
    }

    /** An insert of what is there, for another tenant. */
    private String copyOf(String table) throws SQLException {
        String columns = strings("select string_agg(column_name, ', ' order by ordinal_position)"
                        + " from information_schema.columns where table_schema = current_schema and table_name = '"
                        + table
                        + "' and column_name <> 'tenant_id'")
                .get(0);
        return "with copied as (insert into " + table + " (tenant_id, " + columns + ") select 'taller-sur', " + columns
                + " from " + table + " returning 1) select count(*) from copied";
    }

    /** The first column of what the statements answer, within one transaction that leaves nothing. */
    private List<String> strings(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> all = new ArrayList<>();
            try {
                for (String sql : statements) {
                    try (ResultSet row = statement.executeQuery(sql)) {
                        while (row.next()) {
                            all.add(row.getString(1));
                        }
                    }
                }
            } finally {
                connection.rollback();
            }
            return all;
        }
    }
}
