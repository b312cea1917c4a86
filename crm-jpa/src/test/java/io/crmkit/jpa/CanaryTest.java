package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing personal is at rest in the clear, and nothing personal is said in a log. */
@Requirement({"PRV-1", "PRV-5", "PRV-10"})
class CanaryTest {
    private static final List<Canary> PLANTED = Canary.of("planted", 2);

    @TempDir
    Path folder;

    @Test
    void noCanaryIsInTheFilesOfH2OrInTheLog() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + data.resolve("clinic"));
        config.setUsername("clinic");
        config.setPassword("clinic");
        // H2's own trace, which has every parameter, lies beside the database.
        Path log = captured(config, ";TRACE_LEVEL_FILE=3");
        assertThat(Files.size(data.resolve("clinic.trace.db"))).isPositive();
        scanned(config, data, log, () -> {});
    }

    @Test
    void noCanaryIsInTheDataFolderOfPostgresqlOrInTheLog() throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> talkative = Map.of("logging_collector", "on", "log_statement", "all");
        try (MortalPostgres server = new MortalPostgres(data, talkative)) {
            HikariConfig config = server.config();
            Path log = captured(config, "");
            scanned(config, data, log, () -> server.execute("checkpoint"));
            assertThat(data.resolve("log")).isNotEmptyDirectory();
        }
    }

    /** The log of an application that captured all canaries in a process of its own. */
    private Path captured(HikariConfig config, String settings) throws Exception {
        Path loggers = folder.resolve("logging.properties");
        Files.writeString(loggers, """
                handlers = java.util.logging.ConsoleHandler
                .level = ALL
                java.util.logging.ConsoleHandler.level = ALL
                sun.level = OFF
                jdk.level = OFF
                """);
        Path log = Files.createDirectory(folder.resolve("log")).resolve("application.log");
        Process host = CapturingProcess.start(
                CanaryHost.class,
                log,
                List.of(
                        "-Xmx512m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-Djava.util.logging.config.file=" + loggers),
                config.getJdbcUrl() + settings,
                config.getUsername(),
                config.getPassword(),
                folder.resolve("keys.json").toString());
        int status = host.waitFor();
        assertThat(status).as(() -> tail(log)).isZero();
        return log;
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            return text.substring(Math.max(0, text.length() - 5_000));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void scanned(HikariConfig config, Path data, Path log, Runnable checkpoint) throws Exception {
        List<Canary> canaries = CanaryHost.canaries();
        assertThat(canaries).hasSizeGreaterThanOrEqualTo(1_000).doesNotHaveDuplicates();
        try (HikariDataSource pool = TestDatabase.pool(config, 2)) {
            assertStored(pool, canaries);
            plant(pool);
        }
        checkpoint.run();
        CanaryScan files = new CanaryScan(canaries).folder(data);
        assertThat(files.found()).isEmpty();
        assertThat(files.bytes()).isGreaterThan(50_000);

        CanaryScan logs = new CanaryScan(canaries).folder(log.getParent());
        assertThat(logs.found()).isEmpty();
        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                .as("the log has what it is searched for")
                .contains("TRACE", "DEBUG", "crm_interaction", "SQL state", "ContactProfile[");

        try (HikariDataSource pool = TestDatabase.pool(config, 2)) {
            assertErased(pool);
        }
        checkpoint.run();
        assertThat(new CanaryScan(canaries).folder(data).found()).isEmpty();

        for (Canary planted : PLANTED) {
            assertThat(new CanaryScan(List.of(planted)).folder(data).found())
                    .as("the scan finds what is there")
                    .isNotEmpty();
        }
    }

    /** The canaries did go in: whoever has the key reads them. */
    private void assertStored(HikariDataSource pool, List<Canary> canaries) {
        try (JpaStorage storage = JpaStorage.on(pool, KeysetFile.open(folder.resolve("keys.json")))) {
            String told = Stored.of(Clinic.on(storage)).assertWhole().told();
            assertThat(canaries.stream()
                            .filter(canary -> List.of(
                                            "name", "number", "user-id", "email", "provider-id", "caption", "edit")
                                    .contains(canary.kind()))
                            .map(Canary::needle))
                    .hasSize(7 * CanaryHost.PEOPLE)
                    .allMatch(told::contains);
            assertThat(Clinic.on(storage).keptAside(null, 100)).hasSize(CanaryHost.PEOPLE);
        }
    }

    /** Whoever has the key reads nothing of anybody once all are erased, merged ones included. */
    private void assertErased(HikariDataSource pool) throws SQLException {
        try (JpaStorage storage = JpaStorage.on(pool, KeysetFile.open(folder.resolve("keys.json")))) {
            CrmSession clinic = Clinic.on(storage);
            List<ContactId> everybody = clinic.contacts(null, 1_000).items().stream()
                    .map(ContactSummary::id)
                    .toList();
            assertThat(clinic.merge(everybody.get(0), everybody.get(1))).isInstanceOf(MergeOutcome.Merged.class);
            for (ContactId contact : everybody) {
                assertThat(clinic.privacy().erase(contact).orElseThrow().complete())
                        .isTrue();
            }
            assertThat(clinic.contacts(null, 10).items()).isEmpty();
            for (Canary canary : CanaryHost.soughtCanaries()) {
                assertThat(clinic.searchContacts(canary.needle(), null, 1).items())
                        .isEmpty();
                assertThat(clinic.searchMessages(canary.needle(), null, 1).items())
                        .isEmpty();
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                if (Vendor.of(connection) == Vendor.POSTGRESQL) {
                    connection.setAutoCommit(false);
                    statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
                }
                for (String table :
                        List.of("crm_contact", "crm_identifier", "crm_interaction", "crm_fact", "crm_note")) {
                    try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                        row.next();
                        assertThat(row.getInt(1)).as(table).isZero();
                    }
                }
                connection.rollback();
            }
        }
    }

    /** A host's own table, which nobody seals. */
    private static void plant(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (plain varchar(100), coded varchar(100))");
            String coded = Base64.getEncoder()
                    .encodeToString(("-" + PLANTED.get(1).needle() + "-").getBytes(StandardCharsets.UTF_8));
            statement.execute("insert into orders values ('" + PLANTED.get(0).needle() + "', '" + coded + "')");
        }
    }
}
