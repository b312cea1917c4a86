package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** How PostgreSQL runs what was run. */
final class Plans {
    private Plans() {}

    /** Of everything run since, the plan for the values it was run with, and the one for any values. */
    static void readIndexesOnly(DataSource pool, List<Recorded.Run> runs, String... tables) throws Exception {
        assertThat(runs).isNotEmpty();
        Set<String> scans = new TreeSet<>();
        StringBuilder plans = new StringBuilder();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
                // A page found by chance costs as much as the next one on today's disks; the default is of spinning
                // ones, and lets the choice hang on how the tables were sampled.
                statement.execute("set local random_page_cost = 1.1");
            }
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                for (Recorded.Run run : runs) {
                    if (run.sql().contains("crm.words")) {
                        try (PreparedStatement seek = connection.prepareStatement(run.sql())) {
                            run.bind(seek);
                            seek.execute();
                        }
                    }
                    // How many contacts there are is counted up to a limit: every way to them is as good.
                    if (!run.sql().contains("crm_")
                            || run.sql().startsWith("select count(*) from (select 1 from crm_contact_activity")) {
                        continue;
                    }
                    for (String line : plan(connection, mode, run)) {
                        plans.append(line).append('\n');
                        // A business has few tags; reading all of them is as good.
                        if (line.contains("Seq Scan on crm_") && !line.contains("crm_tag ")) {
                            scans.add(mode + ": " + line.strip() + " of " + run.sql());
                        }
                    }
                }
            }
            connection.rollback();
        }
        assertThat(scans).isEmpty();
        assertThat(plans).contains(tables);
    }

    private static List<String> plan(Connection connection, String mode, Recorded.Run run) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = " + mode);
        }
        // A recall takes its locks by a statement of its own before; explaining that too is all the same.
        try (PreparedStatement statement = connection.prepareStatement(explained(run.sql()))) {
            run.bind(statement);
            boolean more = statement.execute();
            while (more || statement.getUpdateCount() != -1) {
                if (more) {
                    try (ResultSet row = statement.getResultSet()) {
                        while (row.next()) {
                            lines.add(row.getString(1));
                        }
                    }
                }
                more = statement.getMoreResults();
            }
        }
        return lines;
    }

    private static String explained(String sql) {
        return "explain " + sql.replace(";\n", ";\nexplain ");
    }
}
