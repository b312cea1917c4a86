package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Why the words that are sought are part of the wall between tenants. */
@Requirement({"LST-2", "PRV-2"})
class WordWallTest {
    @Test
    void aConditionOnWordsBehindTheWallUsesNoIndexAndOneInTheWallDoes() throws SQLException {
        try (HikariDataSource pool = TestDatabase.POSTGRESQL.freshPool(2);
                JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('crm.tenant', 'clinica-norte', false)");
            statement.execute("""
                    insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                    select 'clinica-norte', now() - n * interval '1 minute', gen_random_uuid(), array[n, n + 1]
                    from generate_series(1, 20000) n""");
            statement.execute("analyze crm_interaction_words");
            String all = "select * from crm_interaction_words where tenant_id = 'clinica-norte'";

            assertThat(lines(statement, "explain " + all + " and words @> '{77}'"))
                    .doesNotContain("crm_interaction_words_words");

            statement.execute("select set_config('crm.words', '{77}', false)");
            assertThat(lines(statement, "explain " + all)).contains("crm_interaction_words_words");
            assertThat(lines(statement, all).lines()).hasSize(2);

            statement.execute("select set_config('crm.tenant', 'taller-sur', false)");
            assertThat(lines(statement, "select * from crm_interaction_words")).isEmpty();
            assertThat(storage.joinsHostTransaction()).isFalse();
        }
    }

    private static String lines(Statement statement, String sql) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.append(row.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }
}
