package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing.Template;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.duplicate.Judgement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However much is stored, what happens all the time reads index ranges and never a whole table. */
@Requirement({"PRO-2", "CTX-1"})
class IndexUseTest {
    private static final int CONTACTS = 8_000;
    private static final int MESSAGES = 20_000;

    private static HikariDataSource pool;
    private static Recorded recorded;
    private static JpaStorage storage;
    private static CrmSession clinic;
    private static ContactId busy;

    @BeforeAll
    static void fill() throws SQLException {
        pool = TestDatabase.POSTGRESQL.freshPool(2);
        recorded = new Recorded();
        storage = JpaStorage.on(recorded.in(pool), EphemeralKeys.create(), SchemaMode.CREATE);
        clinic = Clinic.on(storage);
        // Two other tenants, so that the tenant alone does not choose the rows.
        fill(Clinic.on(storage, "taller-sur"), MESSAGES / 4);
        fill(Clinic.on(storage, "salon-este"), MESSAGES / 4);
        fill(clinic, MESSAGES);
        ContactId somebody = clinic.contacts(null, 1).items().get(0).id();
        for (String tag : List.of("one", "two", "three")) {
            clinic.tag(somebody, Tag.of(tag));
        }
        for (String rows : RareRows.OF_MANY_YEARS) {
            execute("select set_config('crm.tenant', 'clinica-norte', true)", rows);
        }
        busy = clinic.contacts(null, 1).items().get(0).id();
        for (String rows : RareRows.OF_EACH_CONTACT) {
            // Not to those that are read: nothing of it could be opened.
            execute(
                    "select set_config('crm.tenant', 'clinica-norte', true)",
                    rows + (rows.contains("from crm_contact where") ? " and id <> '" + busy + "'" : ""));
        }
        analyze("");
        recorded.take();
    }

    /** In production autovacuum does it. In a transaction it would hold a lock on each table of all schemas. */
    private static void analyze(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static void fill(CrmSession session, int messages) throws SQLException {
        for (int from = 0; from < messages; from += 200) {
            if (from == 400 || from == 2_000) {
                analyze("");
            }
            List<InboundEvent> batch = new ArrayList<>();
            for (int i = from; i < from + 200; i++) {
                batch.add(
                        i % 2 == 0
                                ? Clinic.wrote(who(i / 2), "m" + i, i, i < 1_000 ? "Hola zapato" : "Hola")
                                : Clinic.answered(who(i / 2), "m" + i, i, "Buen día"));
            }
            // What waits for messages nobody sent.
            batch.add(Clinic.read(who(from), "never" + from, from));
            session.capture(batch);
        }
    }

    private static Party who(int i) {
        // One of them writes a lot.
        return i % 4 == 0
                ? Party.of(Clinic.ANA_PHONE, Clinic.ANA_USER)
                : Party.of(
                        Clinic.somebody(i % CONTACTS).identifiers().get(0),
                        Identifier.whatsAppUser("portfolio-1", "AR.9" + i % CONTACTS));
    }

    @AfterAll
    static void close() {
        storage.close();
        pool.close();
    }

    @Test
    void theRecallOfACapture() throws Exception {
        clinic.capture(
                Clinic.wrote(who(4), "new1", MESSAGES, "Hola"),
                Clinic.wrote(who(5), "new2", MESSAGES, "Hola"),
                Clinic.read(who(5), "m101", MESSAGES),
                Clinic.wrote(Clinic.somebody(777_777), "new3", MESSAGES, "Hola"));
        readsIndexesOnly(
                "crm_identifier",
                "crm_conversation",
                "crm_interaction",
                "crm_pending_update",
                "crm_identity_statement");
    }

    @Test
    void theDecisionWhoIsWho() throws Exception {
        clinic.capture(Clinic.wrote(
                Party.of(Clinic.somebody(1).identifiers().get(0), Identifier.email("a@example.org")),
                "who1",
                MESSAGES,
                "Hola"));
        readsIndexesOnly("crm_identity_member", "crm_holding", "crm_interaction");
    }

    @Test
    void pagesOfTheContactList() throws Exception {
        String second = clinic.contacts(null, 20).next().orElseThrow();
        clinic.contacts(second, 20);
        readsIndexesOnly("crm_contact_activity", "crm_contact ", "crm_identifier");
    }

    @Test
    @Requirement("LST-3")
    void pagesOfTheListInAnyOrderAndAnyDepth() throws Exception {
        Criterion filters = Criterion.all(
                Criterion.status(ContactStatus.ACTIVE, ContactStatus.INACTIVE),
                Criterion.not(Criterion.tagged(Tag.of("never"))),
                new Criterion.Counted(Criterion.Counter.INTERACTIONS, 1, Integer.MAX_VALUE));
        for (Order order : Order.values()) {
            ContactQuery query = new ContactQuery(filters, order);
            String next = clinic.contacts(query, null, 20).next().orElseThrow();
            for (int page = 0; page < 3; page++) {
                next = clinic.contacts(query, next, 20).next().orElseThrow();
            }
            String by =
                    order == Order.INTERACTIONS ? "interactions" : order == Order.LAST_CONTACT ? "last_at" : "first_at";
            // Those of one moment, such as all that were imported, are not walked again from its beginning.
            readsIndexesOnly("crm_activity_" + by.replace("_at", ""), "AND (ROW(" + by + ", contact_id) ");
        }
    }

    @Test
    @Requirement({"LST-2", "LST-3"})
    void whatFewContactsFulfil() throws Exception {
        clinic.tag(busy, Tag.of("rare"));
        clinic.set(busy, "points", AttributeValue.of(7));
        recorded.take();
        for (Criterion criterion : List.of(
                Criterion.tagged(Tag.of("rare")),
                Criterion.text("55600004"),
                Criterion.text("ana perez"),
                new Criterion.AttributeIs("points", AttributeValue.of(7)))) {
            clinic.contacts(ContactQuery.of(criterion), null, 20);
        }
        readsIndexesOnly("crm_contact_tag", "crm_contact_term", "crm_attribute_amount");
    }

    @Test
    @Requirement("LST-2")
    void messagesByWordsThatAreFrequentRareOrAbsentLately() throws Exception {
        clinic.capture(Clinic.wrote(who(4), "rare", MESSAGES, "Hola, zanahoria"));
        recorded.take();
        assertThat(clinic.searchMessages("hola", null, 50).items()).hasSize(50);
        assertThat(clinic.searchMessages("zapato", null, 50).items()).hasSize(50);
        assertThat(clinic.searchMessages("zapato hola", null, 50).items()).hasSize(50);
        assertThat(clinic.searchMessages("zanahoria", null, 50).items()).hasSize(1);
        assertThat(clinic.searchMessages("murcielago", null, 50).items()).isEmpty();
        // What the function does is seen by SaidTest.
        readsIndexesOnly("Function Scan on crm_said", "crm_interaction_pkey");
    }

    @Test
    @Requirement("BLK-6")
    void aBulkJob() throws Exception {
        Crm crm = Crm.create(storage).build();
        CrmSession session = crm.as(clinic.actor());
        BulkStart start = session.bulk()
                .start(new BulkRequest(
                        "today", new BulkAction.PutTags(Set.of(Tag.of("one"))), new Chosen.All(Criterion.EVERYBODY)));
        BulkJob job = ((BulkStart.Accepted) start).job();
        crm.dueWork().runDue();
        analyze("crm_bulk_contact");
        recorded.take();
        crm.as(clinic.actor()).bulk().start(job.request());
        BulkRequest more = new BulkRequest("more", new BulkAction.SetStatus(null), new Chosen.These(Set.of(busy)));
        crm.as(clinic.actor()).bulk().start(more);
        crm.dueWork().runDue();
        session.bulk().results(job.id(), null, 20);
        session.bulk().refusals(job.id(), null, 20);
        session.bulk().newest(null, 1);
        session.bulk().stuck(job.id());
        readsIndexesOnly("crm_bulk_contact_pkey", "crm_bulk_once", "crm_bulk_pkey");
    }

    @Test
    @Requirement({"MSG-1", "MSG-3"})
    void messagesOnTheirWay() throws Exception {
        Template template = Template.of("visit", "es_AR", "{first_name|Hola}");
        Draft draft = new Draft(Purpose.REMINDER, template, Clinic.WHATSAPP, null).once("today");
        Chosen her = new Chosen.These(Set.of(busy));
        BulkRequest one = new BulkRequest("one", new BulkAction.SetStatus(null), her);
        BulkJob job = ((BulkStart.Accepted) clinic.bulk().start(one)).job();
        recorded.take();
        clinic.outreach().send(busy, draft);
        clinic.outreach().send(busy, draft);
        clinic.outreach().unsettled(busy, 10);
        clinic.bulk().preview(Campaign.of(Purpose.MARKETING, template), her);
        clinic.bulk().response(job.id(), Clinic.MONDAY);
        readsIndexesOnly("crm_sending_once", "crm_sending_of", "crm_sending_pkey", "crm_sending_bulk");
    }

    @Test
    void pagesOfATimeline() throws Exception {
        String second = clinic.timeline(busy, null, 50).next().orElseThrow();
        clinic.timeline(busy, second, 50);
        readsIndexesOnly("crm_interaction");
    }

    @Test
    void theConversationsOfAContact() throws Exception {
        clinic.conversations(busy, null, 10);
        var conversation = clinic.conversations(busy, null, 1).items().get(0).conversation();
        String second = clinic.entries(conversation, null, 10).next().orElseThrow();
        clinic.entries(conversation, second, 10);
        readsIndexesOnly("crm_conversation", "crm_interaction");
    }

    @Test
    @Requirement("MRG-1")
    void whoMayBeTheSamePerson() throws Exception {
        clinic.capture(Clinic.wrote(
                Party.of(Identifier.email("zoe@example.org")).named("Zoe Zabala"), "alike", MESSAGES, "Hola"));
        clinic.verdicts().state(busy, FactType.EMAIL, "", new FactValue.Mail("zoe@example.org"));
        recorded.take();
        assertThat(clinic.duplicates().of(busy)).hasSize(1);
        assertThat(Judgement.pairs(clinic)).isNotEmpty();
        readsIndexesOnly("crm_contact_mark_pkey", "crm_contact_term_pkey", "crm_fact_once", "crm_not_duplicate_");
    }

    @Test
    void aProfile() throws Exception {
        assertThat(clinic.profile(busy)).isPresent();
        readsIndexesOnly(
                "crm_identity_conflict",
                "crm_conversation",
                "crm_interaction",
                "crm_contact_activity",
                "crm_fact ",
                "crm_fact_evidence",
                "crm_reading");
    }

    private static void readsIndexesOnly(String... tables) throws Exception {
        Plans.readIndexesOnly(pool, recorded.take(), tables);
    }
}
