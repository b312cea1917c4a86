package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing that refers to a contact is forgotten when contacts are merged or parted. */
@Requirement({"MRG-2", "MRG-3"})
abstract class BelongingsRules {
    /** Columns whose ids are those of something else, or how far a job has come. */
    private static final Set<String> NO_CONTACTS = Set.of(
            "id",
            "data_key_id",
            "conversation_id",
            "merge_id",
            "row_id",
            "tag_id",
            "fact_id",
            "entry_id",
            "interaction_id",
            "subject",
            "segment_id",
            "bulk_id",
            "erasure_id",
            "report_id",
            "said_id",
            "source_id",
            "service_id",
            "staff_id",
            "reached",
            "rewrapped_to",
            "after_contact",
            "after_interaction");

    private final TestDatabase database;

    BelongingsRules(TestDatabase database) {
        this.database = database;
    }

    @Test
    void everyColumnThatRefersToAContactSaysWhatAMergeDoesToIt() throws SQLException {
        try (HikariDataSource pool = database.freshPool(2)) {
            JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
            assertThat(Belongings.ALL.stream().map(Belonging::column).toList())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(contactColumns(pool));
        }
    }

    private static Set<String> contactColumns(HikariDataSource pool) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select lower(table_name), lower(column_name) from information_schema.columns
                        where lower(table_name) like 'crm\\_%' and lower(data_type) = 'uuid'
                            and table_schema = current_schema""")) {
            while (rows.next()) {
                if (!NO_CONTACTS.contains(rows.getString(2))) {
                    columns.add(rows.getString(1) + "." + rows.getString(2));
                }
            }
        }
        return columns;
    }

    @Test
    void rowsThatCameByAMergeGoBackAndThoseMadeSinceStay() throws SQLException {
        ContactId survivor = new ContactId(new UUID(1, 1));
        ContactId absorbed = new ContactId(new UUID(1, 2));
        MergeId merge = new MergeId(new UUID(1, 3));
        try (HikariDataSource pool = database.freshPool(2)) {
            JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("create table crm_memo (tenant_id varchar(63), id uuid, contact_id uuid)");
                Sql sql = new Sql(connection, Vendor.of(connection), TenantId.of("clinica-norte"), true);
                memo(sql, 10, survivor);
                memo(sql, 20, absorbed);
                Belonging memos = new MovedRows("crm_memo");
                memos.join(sql, absorbed, survivor, merge);
                memo(sql, 30, survivor);
                assertThat(memosOf(sql, survivor)).containsExactly(10L, 20L, 30L);
                memos.part(sql, survivor, absorbed, merge);
                assertThat(memosOf(sql, survivor)).containsExactly(10L, 30L);
                assertThat(memosOf(sql, absorbed)).containsExactly(20L);
                connection.rollback();
            }
        }
    }

    private static void memo(Sql sql, long id, ContactId contact) {
        sql.update(
                "insert into crm_memo (tenant_id, id, contact_id) values (:tenant, ?, ?)",
                row -> row.id(new UUID(0, id)).id(contact.value()));
    }

    private static List<Long> memosOf(Sql sql, ContactId contact) {
        return sql
                .list(
                        "select id from crm_memo where tenant_id = :tenant and contact_id = ? order by tenant_id, id",
                        row -> row.id(contact.value()),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .map(UUID::getLeastSignificantBits)
                .toList();
    }
}
