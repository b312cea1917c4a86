package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Party;
import io.crmkit.duplicate.Reason;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.duplicate.Judgement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search index is derived: whatever became of it, it can be made anew, some at a time. */
@Requirement("LST-2")
abstract class IndexRebuildRules {
    private final TestDatabase database;
    private final EphemeralKeys keys = EphemeralKeys.create();
    private final HikariDataSource pool;

    IndexRebuildRules(TestDatabase database) {
        this.database = database;
        pool = database.freshPool(2);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static List<SearchHit> found(CrmSession clinic) {
        return Stream.of("hola", "soy", "mismo", "ana", "0201", "7777")
                .flatMap(typed -> Stream.concat(
                        clinic.searchContacts(typed, null, 100).items().stream(),
                        clinic.searchMessages(typed, null, 100).items().stream()))
                .toList();
    }

    /** One states the address of another. */
    private static Set<Pair> duplicates(CrmSession clinic) {
        clinic.capture(
                Clinic.wrote(Party.of(Identifier.email("dora@example.org")).named("Dora"), "dup1", 90, "Hola"));
        clinic.capture(Clinic.wrote(Clinic.somebody(900).named("Dora Zabala"), "dup2", 91, "Hola"));
        for (SearchHit dora : clinic.searchContacts("zabala", null, 1).items()) {
            clinic.verdicts().state(dora.contact(), FactType.EMAIL, "", new FactValue.Mail("dora@example.org"));
        }
        return Judgement.pairs(clinic);
    }

    @Test
    void whatWasCapturedBeforeThereWasAnIndexIsFoundOnceItIsMade() throws SQLException {
        List<SearchHit> before;
        Set<Pair> alike;
        try (JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE)) {
            CrmSession clinic = Clinic.on(storage);
            History.ofEverything(clinic);
            alike = duplicates(clinic);
            before = found(clinic);
            assertThat(before).hasSizeGreaterThan(10);
            assertThat(alike).isNotEmpty();
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (database == TestDatabase.POSTGRESQL) {
                statement.execute("select set_config('crm.tenant', 'clinica-norte', false)");
            }
            statement.execute("delete from crm_tenant_key where purpose = 'index'");
            for (String table :
                    List.of("crm_contact_term", "crm_contact_mark", "crm_interaction_words", "crm_search_index")) {
                statement.execute("delete from " + table);
            }
            if (database == TestDatabase.POSTGRESQL) {
                statement.execute("select set_config('crm.tenant', '', false)");
            }
        }
        try (JpaStorage storage = JpaStorage.on(pool, keys)) {
            CrmSession clinic = Clinic.on(storage);
            assertThat(found(clinic)).isEmpty();
            assertThat(clinic.duplicates().page(null, 10).items())
                    .as("but for those whom a provider calls one")
                    .allMatch(each -> each.reasons().contains(Reason.STATED_AS_ONE));
            for (int i = 0; i < 3; i++) {
                // Each ends as if the process had ended with it.
                storage.within(
                        TenantId.of("clinica-norte"), work -> work.searchIndex().rebuild(1));
            }
            clinic.rebuildSearch();
            assertThat(found(clinic)).isEqualTo(before);
            assertThat(Judgement.pairs(clinic)).isEqualTo(alike);
        }
    }
}
