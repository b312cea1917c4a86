package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.audit.AuditLink;
import io.crmkit.audit.AuditVerdict;
import io.crmkit.audit.AuditVerdict.Sound;
import io.crmkit.audit.AuditVerdict.Tampered;
import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.Verification;
import io.crmkit.contact.ContactId;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever can write to the database changes what was sealed: it is found, where it was done. They write with every right
 * there is, behind the walls, in a transaction that is rolled back after the verdict.
 */
@Requirement("PRV-3")
abstract class TamperingRules {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final ThreadTransaction thief;
    private final JpaStorage storage;
    private final Random dice = new Random(11);
    private final List<AuditLink> links;

    TamperingRules(TestDatabase database) throws SQLException {
        this.database = database;
        pool = database.freshPool(4);
        thief = new ThreadTransaction(pool);
        storage = JpaStorage.on(
                pool,
                EphemeralKeys.create(),
                JpaOptions.DEFAULT.schema(SchemaMode.CREATE).joining(thief));
        CrmSession clinic = Clinic.on(storage);
        clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"), Clinic.wrote(Clinic.somebody(2), "m2", 1, "Buenas"));
        List<ContactId> both = clinic.contacts(null, 10).items().stream()
                .map(contact -> contact.id())
                .toList();
        for (int i = 0; i < 10; i++) {
            clinic.contacts(null, 10);
            clinic.profile(both.get(i % 2));
            clinic.tag(new ContactId(new UUID(i, i)), io.crmkit.contact.Tag.of("vip"));
        }
        clinic.audit().seal();
        links = storage.within(CLINIC, work -> work.auditChain().behind(0, 1_000));
        if (database == TestDatabase.POSTGRESQL) {
            thief.begin();
            for (String table : List.of("crm_audit", "crm_audit_contact", "crm_audit_chain")) {
                thief.execute("alter table " + table + " disable row level security");
            }
            thief.commit();
        }
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    private AuditVerdict verdict(Checkpoint... known) {
        return storage.within(CLINIC, work -> new Verification(work.auditChain(), List.of(known)).verdict());
    }

    /** A place at random. */
    private int place() {
        return 1 + dice.nextInt(links.size());
    }

    private String at(int place) {
        return " tenant_id = 'clinica-norte' and seq = " + place;
    }

    private String ofEntryAt(int place) {
        return " tenant_id = 'clinica-norte' and entry_id = '"
                + links.get(place - 1).entry().id() + "'";
    }

    /** Tampers at random; the first place that is wrong by it. */
    private int tamper(Map<String, Integer> done) throws SQLException {
        int place = place();
        int other = place();
        int kind = dice.nextInt(8);
        done.merge(String.valueOf(kind), 1, Integer::sum);
        return switch (kind) {
            case 0 -> edited(place);
            case 1 -> run(place, "delete from crm_audit where" + at(place));
            case 2 -> run(place, "update crm_audit set seq = null where" + at(place));
            case 3 -> swapped(place, other == place ? 1 + place % links.size() : other);
            case 4 -> run(place, "delete from crm_audit where tenant_id = 'clinica-norte' and seq >= " + place);
            case 5 -> inserted(place);
            case 6 ->
                run(
                        place,
                        "insert into crm_audit_contact select tenant_id, happened_at, id, '"
                                + new UUID(5, dice.nextLong()) + "' from crm_audit where" + at(place));
            default -> withoutContacts(place);
        };
    }

    private int edited(int place) throws SQLException {
        String change = List.of(
                        "actor = actor || 'x'",
                        "role = 'OWNER'",
                        "action = 'EXPORT_CONTACTS'",
                        "outcome = 1",
                        "fields = fields || ','",
                        "purpose = 'other'",
                        "request = 'r-1'",
                        "filter_hash = seal",
                        "things = things + 1",
                        "seal = (select seal from crm_audit_chain where tenant_id = 'clinica-norte')",
                        "id = '" + new UUID(9, 9) + "'",
                        "happened_at = happened_at - interval '1' second")
                .get(dice.nextInt(12));
        if (change.startsWith("seal") && place == links.size()) {
            // The last one's is the end's.
            change = "things = 77";
        }
        return run(place, "update crm_audit set " + change + " where" + at(place));
    }

    private int swapped(int one, int other) throws SQLException {
        thief.execute("update crm_audit set seq = -1 where" + at(one));
        thief.execute("update crm_audit set seq = " + one + " where" + at(other));
        return run(Math.min(one, other), "update crm_audit set seq = " + other + " where" + at(-1));
    }

    /** One more in the middle, all behind it one place further. */
    private int inserted(int place) throws SQLException {
        for (int i = links.size(); i >= place; i--) {
            thief.execute("update crm_audit set seq = " + (i + 1) + " where" + at(i));
        }
        return run(
                place,
                "insert into crm_audit select tenant_id, happened_at, '" + new UUID(6, 6)
                        + "', 'somebody', role, action,"
                        + " outcome, fields, purpose, request, filter_hash, things, " + place
                        + ", seal from crm_audit where" + at(place + 1));
    }

    private int withoutContacts(int place) throws SQLException {
        return links.get(place - 1).entry().contacts().isEmpty()
                ? run(place, "update crm_audit set things = things + 1 where" + at(place))
                : run(place, "delete from crm_audit_contact where" + ofEntryAt(place));
    }

    private int run(int place, String sql) throws SQLException {
        thief.execute(sql);
        return place;
    }

    @Test
    void hundredsOfTamperingsOfEveryKindAreFoundWhereTheyWereDone() throws SQLException {
        tamper(400);
    }

    @Test
    @Tag("long")
    void tenThousandTamperingsAreFoundWhereTheyWereDone() throws SQLException {
        tamper(10_000);
    }

    private void tamper(int times) throws SQLException {
        assertThat(verdict()).isEqualTo(new Sound(links.size(), 0));
        Map<String, Integer> done = new HashMap<>();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            thief.begin();
            int place = tamper(done);
            AuditVerdict verdict = verdict();
            if (!(verdict instanceof Tampered tampered) || tampered.place() != place) {
                missed.add(done + " at " + place + ": " + verdict);
            }
            thief.rollback();
        }
        assertThat(missed).isEmpty();
        assertThat(done).hasSize(8);
        assertThat(verdict()).isEqualTo(new Sound(links.size(), 0));
    }

    @Test
    void whatIsRemovedAsIfItWereOldIsFoundByTheBeginning() throws SQLException {
        thief.begin();
        thief.execute("update crm_audit_chain set begun_seq = 5, begun_seal = (select seal from crm_audit where" + at(5)
                + "), begun_proof = proof where tenant_id = 'clinica-norte'");
        thief.execute("delete from crm_audit where tenant_id = 'clinica-norte' and seq <= 5");
        assertThat(verdict()).isEqualTo(new Tampered(5, AuditVerdict.Reason.FORGED_BEGINNING));
        thief.execute("update crm_audit_chain set begun_seq = 0 where tenant_id = 'clinica-norte'");
        assertThat(verdict()).isEqualTo(new Tampered(1, AuditVerdict.Reason.MISSING));
        thief.rollback();
    }

    @Test
    void aTailThatIsCutOffWithTheEndSetBackIsFoundByTheEndOrByACheckpoint() throws SQLException {
        int size = links.size();
        Checkpoint kept = new Checkpoint(CLINIC, size, links.get(size - 1).seal(), Clinic.MONDAY);
        assertThat(verdict(kept)).isEqualTo(new Sound(size, 0));
        thief.begin();
        thief.execute("delete from crm_audit where tenant_id = 'clinica-norte' and seq > 5");
        thief.execute("update crm_audit_chain set seq = 5, seal = (select seal from crm_audit where" + at(5) + ")"
                + " where tenant_id = 'clinica-norte'");
        assertThat(verdict()).isEqualTo(new Tampered(5, AuditVerdict.Reason.FORGED_END));
        thief.execute("delete from crm_audit where tenant_id = 'clinica-norte' and seq > 0");
        thief.execute("delete from crm_audit_chain where tenant_id = 'clinica-norte'");
        assertThat(verdict()).as("nobody knows better").isInstanceOf(Sound.class);
        assertThat(verdict(kept)).isEqualTo(new Tampered(1, AuditVerdict.Reason.CONTRADICTS_CHECKPOINT));
        thief.rollback();
    }

    @Test
    void anErasedContactLeavesTheChainSound() throws SQLException {
        thief.begin();
        thief.execute("delete from crm_contact_tag where tenant_id = 'clinica-norte'");
        thief.execute("delete from crm_interaction where tenant_id = 'clinica-norte'");
        thief.execute("delete from crm_identifier where tenant_id = 'clinica-norte'");
        assertThat(verdict()).isEqualTo(new Sound(links.size(), 0));
        thief.rollback();
    }
}
