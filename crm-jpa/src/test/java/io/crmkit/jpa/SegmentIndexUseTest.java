package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However many contacts there are, who is in an automatic segment is found by indexes. */
@Requirement("SEG-1")
class SegmentIndexUseTest {
    /** Few are in each segment; of most the last word is the business's. */
    private static final List<String> CONTACTS = List.of(
            """
            insert into crm_contact (tenant_id, id, status, data_key_id, created_at)
            select tenant_id, gen_random_uuid(), 0, data_key_id, now()
            from (select * from crm_contact limit 1) c cross join generate_series(1, 40000)""", """
            insert into crm_contact_activity (tenant_id, contact_id, first_at, last_at, interactions, from_customer,
                from_business)
            select tenant_id, id, now() - n * interval '1 hour' - interval '10 days', now() - n * interval '1 hour', 2, 1, 1
            from (select tenant_id, id, row_number() over (order by id) as n from crm_contact
                where id not in (select contact_id from crm_contact_activity)) c""", """
            insert into crm_conversation (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed, latest,
                word_at, asked, call_at, raised)
            select tenant_id, gen_random_uuid(), contact_id, 'whatsapp:1001', last_at, last_at, 0, false, 1, last_at,
                interactions = 2 and extract(minute from last_at)::int % 50 = 0, last_at, false
            from crm_contact_activity where interactions = 2""", "update crm_conversation set asked = id::text < '03', raised = id::text < '01'", """
            insert into crm_figure (tenant_id, contact_id, name, amount)
            select tenant_id, contact_id, name, case when contact_id::text < '05' then 4 else 1 end
            from crm_contact_activity
            cross join (values ('appointments'), ('appointments.ATTENDED'), ('spend.ARS')) as f(name)""");

    private static HikariDataSource pool;
    private static Recorded recorded;
    private static JpaStorage storage;
    private static CrmSession clinic;

    @BeforeAll
    static void fill() throws SQLException {
        pool = TestDatabase.POSTGRESQL.freshPool(2);
        recorded = new Recorded();
        storage = JpaStorage.on(recorded.in(pool), EphemeralKeys.create(), SchemaMode.CREATE);
        clinic = Clinic.on(storage);
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 1, "Hola"));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            for (String rows : CONTACTS) {
                statement.execute(rows);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze crm_contact");
            statement.execute("vacuum analyze crm_contact_activity");
            statement.execute("vacuum analyze crm_conversation");
            statement.execute("vacuum analyze crm_figure");
        }
        recorded.take();
    }

    @AfterAll
    static void close() {
        storage.close();
        pool.close();
    }

    @Test
    void pagesAndSizesOfAllOfThem() throws Exception {
        for (AutomaticSegment each : AutomaticSegment.values()) {
            assertThat(clinic.segments()
                            .page(each.key(), Order.LAST_CONTACT, null, 50)
                            .items())
                    .as("%s", each)
                    .isNotEmpty();
            String index = switch (each) {
                case NEW -> "crm_activity_";
                case ACTIVE, AT_RISK -> "crm_activity_last";
                case HIGH_VALUE, FREQUENT_BOOKERS -> "crm_figure_";
                case NEEDS_FOLLOW_UP -> "crm_conversation_";
            };
            Plans.readIndexesOnly(pool, recorded.take(), index);
            // How the whole of a segment is counted is free, where it is of many.
            assertThat(clinic.segments().size(each.key()).contacts()).isPositive();
            recorded.take();
        }
    }
}
