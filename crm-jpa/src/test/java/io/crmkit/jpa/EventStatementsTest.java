package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.CrmSession;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What telling costs on PostgreSQL: nobody pays who did not ask, and whoever did reads index ranges. */
@Requirement("HST-4")
class EventStatementsTest {
    private final HikariDataSource pool = TestDatabase.POSTGRESQL.freshPool(2);
    private final Recorded recorded = new Recorded();
    private final JpaStorage storage = JpaStorage.on(recorded.in(pool), EphemeralKeys.create(), SchemaMode.CREATE);
    private int messages;

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    private Crm crm(UnaryOperator<CrmBuilder> more) {
        return more.apply(Crm.create(storage).tenants(Tenants.all(Clinic.SETTINGS)))
                .build();
    }

    /** The statements of a message of somebody who wrote before. */
    private List<String> statements(Crm crm) {
        CrmSession clinic = crm.as(Clinic.on(storage).actor());
        clinic.capture(Clinic.wrote(Clinic.ANA, "m" + ++messages, messages, "Hola"));
        clinic.capture(Clinic.wrote(Clinic.ANA, "m" + ++messages, messages, "Hola"));
        recorded.take();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m" + ++messages, messages, "Hola"));
        return recorded.take().stream().map(Recorded.Run::sql).toList();
    }

    @Test
    void aMessageCostsNothingMoreWhereNobodyAskedAndNoStatementMoreWhereSomebodySubscribed() {
        List<String> unheard = statements(crm(builder -> builder));
        assertThat(unheard).hasSize(1).noneMatch(sql -> sql.contains("crm_event") || sql.contains("crm_due"));
        Crm subscribed =
                crm(builder -> builder.subscriber("orders", event -> {}).withoutSegmentEvents());
        assertThat(statements(subscribed)).hasSize(1).allMatch(sql -> sql.contains("crm_event_stream"));
        List<String> heard =
                statements(crm(builder -> builder.listener(event -> {}).withoutSegmentEvents()));
        assertThat(heard).noneMatch(sql -> sql.contains("crm_event") || sql.contains("crm_due"));
        subscribed.dueWork().runDue();
        recorded.take();
        statements(subscribed);
        subscribed.dueWork().runDue();
        assertThat(recorded.take().stream().map(Recorded.Run::sql).filter(sql -> sql.contains("crm_event")))
                .as("a delivery: hold, read, settle, read the end, let go, forget, what is left")
                .hasSize(7);
    }

    @Test
    @Requirement("SEG-5")
    void whereSegmentsAreWatchedAMessageCostsNoStatementMoreEither() {
        Crm crm = crm(builder -> builder.subscriber("orders", event -> {}));
        assertThat(statements(crm)).hasSize(1).allMatch(sql -> sql.contains("crm_due"));
        crm.dueWork().runDue();
        statements(crm);
        crm.dueWork().runDue();
        List<String> run = recorded.take().stream().map(Recorded.Run::sql).toList();
        assertThat(run)
                .as("looking at all segments of a contact and telling, however many they are")
                .hasSizeLessThanOrEqualTo(35);
    }

    @Test
    void deliveryReadsIndexRangesOfItsContactHoweverMuchIsOnItsWay() throws Exception {
        Crm crm = crm(builder -> builder.subscriber("orders", event -> {}).withoutSegmentEvents());
        statements(crm);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            statement.execute("""
                    insert into crm_event_stream (tenant_id, contact_id, numbers)
                    select 'clinica-norte', gen_random_uuid(), 20 from generate_series(1, 5000)""");
            statement.execute("""
                    insert into crm_event (tenant_id, stream_id, subscriber, number, id, contact_id, kind, raised_at)
                    select tenant_id, contact_id, 'orders', n, gen_random_uuid(), contact_id, 0, now()
                    from crm_event_stream cross join generate_series(1, 20) n where numbers = 20""");
            connection.commit();
        }
        analyze();
        recorded.take();
        crm.dueWork().runDue();
        CrmSession clinic = crm.as(Clinic.on(storage).actor());
        clinic.events().parked(10);
        clinic.events().replay(clinic.contacts(null, 1).items().get(0).id(), "orders", Instant.EPOCH);
        Plans.readIndexesOnly(pool, recorded.take(), "crm_event", "crm_event_stream");
    }

    private void analyze() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze crm_event");
            statement.execute("analyze crm_event_stream");
        }
    }
}
