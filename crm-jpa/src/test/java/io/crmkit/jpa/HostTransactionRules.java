package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.audit.AuditQuery;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import io.crmkit.event.CrmListener;
import io.crmkit.interaction.Interaction;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("CAP-12")
abstract class HostTransactionRules {
    private final HikariDataSource pool;
    private final ThreadTransaction host;
    private final JpaStorage storage;
    private final CrmSession clinic;

    HostTransactionRules(TestDatabase database) throws SQLException {
        HikariConfig config = database.fresh();
        config.setConnectionInitSql("set time zone 'Asia/Kolkata'");
        pool = TestDatabase.pool(config, 4);
        host = new ThreadTransaction(pool);
        storage = JpaStorage.on(
                pool,
                EphemeralKeys.create(),
                JpaOptions.DEFAULT.schema(SchemaMode.CREATE).joining(host));
        clinic = Clinic.on(storage);
        host.begin();
        host.execute("create table orders (id int primary key)");
        host.commit();
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @Test
    void aCaptureInATransactionThatRollsBackLeavesNothing() throws SQLException {
        Map<String, List<String>> before = butForTheAudit();
        host.begin();
        host.execute("insert into orders values (1)");
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        assertThat(clinic.contacts(null, 10).items()).hasSize(1);
        host.rollback();

        assertThat(butForTheAudit()).isEqualTo(before);
        assertThat(ThreadTransaction.count(pool, "orders")).isZero();
        assertThat(clinic.contacts(null, 10).items()).isEmpty();
    }

    /** What was read stays on record, and due to be sealed, whatever becomes of the host's transaction. */
    private Map<String, List<String>> butForTheAudit() throws SQLException {
        Map<String, List<String>> rows = Rows.of(pool);
        rows.keySet().removeAll(List.of("crm_audit", "crm_audit_contact", "crm_due"));
        return rows;
    }

    private List<String> audited() {
        return storage
                .within(clinic.actor().tenant(), work -> work.audit().page(AuditQuery.EVERYTHING, null, 100))
                .stream()
                .map(entry -> entry.action() + " " + entry.outcome())
                .toList();
    }

    @Test
    @Requirement("PRV-3")
    void whatWasReadInATransactionThatRollsBackIsOnRecordAndWhatWasChangedIsNot() throws SQLException {
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        ContactId ana = clinic.contacts(null, 1).items().get(0).id();
        host.begin();
        clinic.profile(ana);
        clinic.tag(ana, Tag.of("vip"));
        clinic.tag(new ContactId(new UUID(1, 1)), Tag.of("vip"));
        host.rollback();

        assertThat(audited()).containsExactlyInAnyOrder("LIST ALLOWED", "VIEW_CONTACT ALLOWED", "TAG NOT_FOUND");
    }

    @Test
    @Requirement("PRV-3")
    void whatIsReadInAReadOnlyTransactionIsOnRecordToo() throws SQLException {
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.beginReadOnly();
        assertThat(clinic.contacts(null, 1).items()).hasSize(1);
        assertThat(clinic.searchMessages("hola", null, 1).items()).hasSize(1);
        host.rollback();

        assertThat(audited()).containsExactlyInAnyOrder("LIST ALLOWED", "SEARCH_MESSAGES ALLOWED");
    }

    @Test
    void theTenantWhoseFirstCaptureWasRolledBackIsCapturedAnewAndReadableElsewhere() throws SQLException {
        host.begin();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.rollback();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));

        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m1");
        host.begin();
        assertThat(clinic.contacts(null, 10).items()).hasSize(1);
        host.rollback();
    }

    @Test
    void aCaptureInATransactionThatCommitsStaysWithTheHostsOwnRows() throws SQLException {
        host.begin();
        host.execute("insert into orders values (1)");
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.execute("insert into orders values (2)");
        clinic.capture(Clinic.answered(Clinic.ANA, "m2", 1, "Buen día"), Clinic.read(Clinic.ANA, "m2", 2));
        host.commit();

        assertThat(ThreadTransaction.count(pool, "orders")).isEqualTo(2);
        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m2", "m1");
    }

    @Test
    void nothingOfACaptureIsSeenByOthersBeforeTheHostCommits() throws Exception {
        host.begin();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        int elsewhere = CompletableFuture.supplyAsync(
                        () -> clinic.contacts(null, 10).items().size())
                .get();
        assertThat(elsewhere).isZero();
        host.commit();
        assertThat(clinic.contacts(null, 10).items()).hasSize(1);
    }

    @Test
    void whatWasCapturedIsReadWithinTheSameTransaction() throws SQLException {
        host.begin();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?"));
        Interaction newest =
                Stored.of(clinic).assertWhole().people().get(0).entries().get(0);
        host.commit();

        assertThat(newest.content().text()).isEqualTo("¿Hay turno?");
        assertThat(newest.occurredAt()).isEqualTo(Clinic.minute(1));
    }

    @Test
    void workThatThrowsLeavesTheHostsTransactionUsableAndItsRowsIntact() throws SQLException {
        host.begin();
        host.execute("insert into orders values (1)");
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        assertThatThrownBy(() -> storage.within(TenantId.of("clinica-norte"), work -> {
                    work.setAsides().remove(new UUID(1, 1));
                    throw new IllegalStateException("the host's own mistake");
                }))
                .isInstanceOf(IllegalStateException.class);
        host.execute("insert into orders values (2)");
        clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?"));
        host.commit();

        assertThat(ThreadTransaction.count(pool, "orders")).isEqualTo(2);
        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m2", "m1");
    }

    @Test
    void aStatementThatFailsInTheDatabaseLeavesTheHostsTransactionUsable() throws SQLException {
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.begin();
        host.execute("insert into orders values (1)");
        host.execute("alter table crm_interaction rename to crm_hidden");
        assertThatThrownBy(() -> clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?")))
                .isInstanceOf(StorageFailure.class);
        host.execute("alter table crm_hidden rename to crm_interaction");
        host.execute("insert into orders values (2)");
        clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?"));
        host.commit();

        assertThat(ThreadTransaction.count(pool, "orders")).isEqualTo(2);
        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m2", "m1");
    }

    @Test
    void twoTenantsShareOneTransactionOfTheHostWithoutSeeingEachOther() throws SQLException {
        CrmSession other = Clinic.on(storage, "taller-sur");
        host.begin();
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        other.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Necesito un service"));
        clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?"));
        host.commit();

        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m2", "m1");
        assertThat(Stored.of(other).assertWhole().providerIds()).containsExactly("m1");
    }

    private CrmSession heardBy(CrmListener listener) {
        return Crm.create(storage).listener(listener).build().as(clinic.actor());
    }

    @Test
    @Requirement("HST-4")
    void whatAListenerWritesIsOfTheHostsTransactionAndSeesTheEvent() throws SQLException {
        List<Integer> seen = new ArrayList<>();
        CrmSession heard = heardBy(event -> {
            seen.add(clinic.contacts(null, 10).items().size());
            host.run("insert into orders values (" + seen.size() + ")");
        });
        host.begin();
        heard.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.rollback();
        assertThat(ThreadTransaction.count(pool, "orders")).isZero();
        assertThat(clinic.contacts(null, 10).items()).isEmpty();

        host.begin();
        heard.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        host.commit();
        assertThat(seen).containsExactly(1, 1, 1, 1);
        assertThat(ThreadTransaction.count(pool, "orders")).isEqualTo(2);
        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m1");
    }

    @Test
    @Requirement("HST-4")
    void whereAListenerThrowsItsOwnRowsGoAndTheHostsStay() throws SQLException {
        CrmSession heard = heardBy(event -> {
            host.run("insert into orders values (7)");
            throw new IllegalStateException("refused");
        });
        host.begin();
        host.execute("insert into orders values (1)");
        assertThatThrownBy(() -> heard.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola")))
                .isInstanceOf(IllegalStateException.class);
        host.execute("insert into orders values (2)");
        host.commit();
        assertThat(ThreadTransaction.count(pool, "orders")).isEqualTo(2);
        assertThat(clinic.contacts(null, 10).items()).isEmpty();
    }

    @Test
    @Requirement("HST-4")
    void withoutATransactionOfTheHostAListenerSeesTheEventAndWhatItThrowsRollsItBack() {
        List<String> seen = new ArrayList<>();
        List<CrmSession> session = new ArrayList<>();
        CrmSession heard = heardBy(event -> {
            seen.addAll(Stored.of(session.get(0)).providerIds());
            if (seen.contains("m3")) {
                throw new IllegalStateException("refused");
            }
        });
        session.add(heard);
        heard.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        heard.capture(Clinic.wrote(Clinic.ANA, "m2", 1, "¿Hay turno?"));
        assertThat(seen).containsExactly("m1", "m1", "m2", "m1");
        assertThatThrownBy(() -> heard.capture(Clinic.wrote(Clinic.ANA, "m3", 2, "¿Sí?")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m2", "m1");
    }
}
