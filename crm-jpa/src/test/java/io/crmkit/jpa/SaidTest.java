package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of two years with 60,000 messages, those with a word are found newest first, by indexes alone. */
@Requirement("LST-2")
class SaidTest {
    private static final int TENANT = 5 << 20;
    private static final int FREQUENT = TENANT | 700_001;
    private static final int MIDDLING = TENANT | 700_002;
    private static final int RARE = TENANT | 700_003;
    private static final int LONG_AGO = TENANT | 700_004;
    private static final int ABSENT = TENANT | 700_005;

    private static HikariDataSource pool;

    @BeforeAll
    static void fill() throws SQLException {
        pool = TestDatabase.POSTGRESQL.freshPool(2);
        JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            // Three messages a time have the same time, so that ids decide too.
            statement.execute("""
                    insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                    select 'clinica-norte', m.at, gen_random_uuid(), array[%d + 100 + m.n %% 5000,
                            %d + floor(extract(epoch from m.at) / 1382400)::int]
                        || case when m.n %% 2 = 0 then array[%d] else '{}' end
                        || case when m.n %% 150 = 0 then array[%d] else '{}' end
                        || case when m.n %% 20000 = 7 then array[%d] else '{}' end
                        || case when m.n < 15000 and m.n %% 3 = 0 then array[%d] else '{}' end
                    from (select n, timestamptz '2024-01-01' + n / 3 * 3 * interval '17 minutes' as at
                        from generate_series(1, 60000) n) m""".formatted(TENANT, TENANT, FREQUENT, MIDDLING, RARE, LONG_AGO));
            connection.commit();
            statement.execute("analyze crm_interaction_words");
            connection.commit();
        }
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void aFrequentWordIsAmongTheNewestMessages() throws SQLException {
        same("{" + FREQUENT + "}", "crm_interaction_words_pkey");
    }

    @Test
    void aWordThatIsSeldomOrNeverSaidIsFoundByItsIndexAtOnce() throws SQLException {
        same("{" + RARE + "}", "crm_interaction_words_words");
        same("{" + MIDDLING + "}", "crm_interaction_words_words");
        same("{" + ABSENT + "}", "crm_interaction_words_words");
        same("{" + MIDDLING + "," + FREQUENT + "}", "crm_interaction_words_words");
    }

    @Test
    void aWordThatWasFrequentLongAgoIsFoundByItsIndexAPeriodAtATime() throws SQLException {
        same("{" + LONG_AGO + "}", "crm_interaction_words_words");
        same("{" + LONG_AGO + "," + FREQUENT + "}", "crm_interaction_words_words");
    }

    @Test
    void thePeriodsOfMessagesAreThoseThatAreLookedFor() throws SQLException {
        EphemeralKeys root = EphemeralKeys.create();
        TenantId clinic = TenantId.of("clinica-norte");
        SearchKeys keys = SearchKeys.open(root, clinic, SearchKeys.fresh(root, clinic, new SecureRandom()));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String at : List.of("1969-12-31T23:59:59.5Z", "2026-03-01T00:00:00Z", "2026-03-11T07:00:00Z")) {
                String looked =
                        "select (%d & -1048576) | (floor(extract(epoch from timestamptz '%s') / 1382400)::int & 1048575)"
                                .formatted(keys.word("hola"), at);
                assertThat(rows(statement, looked)).containsExactly("" + keys.period(Instant.parse(at)));
            }
        }
    }

    /** All pages give what reading everything gives, reading no table whole. */
    private static void same(String words, String index) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            List<String> all = rows(statement, """
                    select occurred_at || '|' || interaction_id from crm_interaction_words where words @> '%s'
                    order by occurred_at desc, interaction_id desc limit 2500""".formatted(words));
            statement.execute("select pg_stat_force_next_flush()");
            connection.commit();

            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            List<String> found = new ArrayList<>();
            String after = "9999-12-31|ffffffff-ffff-ffff-ffff-ffffffffffff";
            while (found.size() < 2_500) {
                List<String> page = rows(statement, """
                        select occurred_at || '|' || interaction_id from crm_said('%s', '%s', '%s', 500)
                        order by occurred_at desc, interaction_id desc""".formatted(words, after.split("\\|")[0], after.split("\\|")[1]));
                found.addAll(page);
                if (page.size() < 500) {
                    break;
                }
                after = page.get(499);
            }
            assertThat(found).isEqualTo(all);
            assertThat(rows(statement, "select current_setting('crm.words', true)"))
                    .isSubsetOf("", "null");
            assertThat(
                            rows(
                                    statement,
                                    "select seq_scan from pg_stat_xact_user_tables where relid = 'crm_interaction_words'::regclass"))
                    .containsExactly("0");
            assertThat(rows(statement, "select pg_stat_get_xact_numscans('" + index + "'::regclass) > 0"))
                    .containsExactly("t");
            connection.rollback();
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }
}
