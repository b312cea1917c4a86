package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.export.ArchiveImport.BadRecord;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A taking over that breaks off goes on where it stopped, and ends as if it never had. */
@Requirement({"PRV-7", "EXP-3"})
class BrokenOffTest {
    @TempDir
    private Path folder;

    private static int node;

    /** Each as another node, whose ids are others. */
    private static CrmSession empty(Storage storage) {
        return Everything.empty(storage, "clinica-sur", 100 + ++node);
    }

    /** Of contacts, one twice, so that a batch is refused and taken one by one. */
    private static String archive(long seed) {
        List<String> lines = new ArrayList<>(ContactsCsvTest.written(Everything.clinic(seed), ArchiveJson.lines())
                .lines()
                .toList());
        List<String> contacts =
                lines.stream().filter(line -> line.contains("\"contact\"")).toList();
        lines.add(lines.indexOf(contacts.get(2)), contacts.get(0));
        return String.join("\n", lines);
    }

    private static void taken(String file, CrmSession into, List<BadRecord> bad) throws IOException {
        new ArchiveImport(into).run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), bad::add);
    }

    /** Dies at a transaction, or when it is committed already; from then on nothing of it works. */
    private record Mortal(Storage storage, int[] left, boolean committed) implements Storage {
        @Override
        public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
            boolean dies = --left[0] <= 0;
            if (dies && !committed) {
                throw new StorageUnavailable("It is gone", new IllegalStateException());
            }
            T done = storage.within(tenant, work);
            if (dies) {
                throw new StorageUnavailable("It is gone", new IllegalStateException());
            }
            return done;
        }

        @Override
        public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
            return storage.snapshot(tenant, work);
        }

        @Override
        public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
            return storage.apart(tenant, work);
        }

        @Override
        public boolean joinsHostTransaction() {
            return storage.joinsHostTransaction();
        }

        @Override
        public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
            return storage.upcoming(kinds, limit);
        }
    }

    @Test
    void brokenOffAtAnyTransactionItGoesOnThere() throws IOException {
        String file = archive(1);
        List<BadRecord> bad = new ArrayList<>();
        try (JpaStorage once = storage("once");
                JpaStorage often = storage("often")) {
            taken(file, empty(once), bad);
            assertThat(bad).hasSize(1);
            Random random = new Random(1);
            int deaths = 0;
            for (boolean ended = false; !ended; ) {
                int left = deaths > 40 ? Integer.MAX_VALUE : 2 + random.nextInt(4);
                try {
                    taken(file, empty(new Mortal(often, new int[] {left}, random.nextBoolean())), new ArrayList<>());
                    ended = true;
                } catch (StorageUnavailable died) {
                    deaths++;
                }
            }
            assertThat(deaths).isGreaterThan(3).isLessThan(40);
            assertThat(sorted(often)).isEqualTo(sorted(once));
        }
    }

    @Test
    void anotherArchiveIsNotTakenForTheOneThatBrokeOff() throws IOException {
        String file = archive(3);
        try (JpaStorage storage = storage("another")) {
            Storage mortal = new Mortal(storage, new int[] {4}, true);
            assertThatThrownBy(() -> taken(file, empty(mortal), new ArrayList<>()))
                    .isInstanceOf(StorageUnavailable.class);
            CrmSession clinic = empty(storage);
            assertThatThrownBy(() -> taken(archive(4), clinic, new ArrayList<>()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another archive");
            taken(file, clinic, new ArrayList<>());
            assertThatThrownBy(() -> taken(file, clinic, new ArrayList<>())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void killedWhileItTakesOverItGoesOnOnceItIsStartedAgain() throws Exception {
        Path file = folder.resolve("clinic.json");
        Files.writeString(file, archive(5));
        KeysetFile.create(folder.resolve("keys.json"));
        String url = "jdbc:h2:file:" + folder.resolve("killed");
        int kills = 0;
        for (boolean ended = false; !ended; kills++) {
            Path output = folder.resolve("output" + kills);
            Process process = TakingProcess.start(output, url, folder.resolve("keys.json"), file, 10 + kills);
            // Once it began, a little more time each round, so that it comes to its end.
            for (int rounds = 0; Files.size(output) == 0; rounds++) {
                assertThat(rounds).as("it does not start").isLessThan(3_000);
                assertThat(process.waitFor(10, TimeUnit.MILLISECONDS))
                        .as("it does not start")
                        .isFalse();
            }
            process.waitFor(100L + 400L * kills, TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            process.onExit().join();
            ended = Files.readString(output).contains("taken");
            assertThat(kills).isLessThan(40);
        }
        assertThat(kills).isGreaterThan(1);
        try (JpaStorage once = storage("whole");
                JpaStorage killed = JpaStorage.on(
                        JdbcConnectionPool.create(url, "", ""), KeysetFile.open(folder.resolve("keys.json")))) {
            taken(Files.readString(file), empty(once), new ArrayList<>());
            assertThat(sorted(killed)).isEqualTo(sorted(once));
        }
    }

    private static List<String> sorted(Storage storage) {
        return ContactsCsvTest.written(empty(storage), ArchiveJson.lines())
                .lines()
                .sorted()
                .toList();
    }

    private static JpaStorage storage(String name) {
        return JpaStorage.on(
                JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "", ""),
                EphemeralKeys.create(),
                SchemaMode.CREATE);
    }
}
