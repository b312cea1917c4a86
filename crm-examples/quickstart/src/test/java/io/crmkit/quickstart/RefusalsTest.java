package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {
    @TempDir
    Path place;

    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("webhooks"));
    }

    @Test
    void aFolderThatIsNotThere() {
        refused("No such folder", "--webhooks", place.resolve("nowhere"));
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        refused("Not a folder", "--webhooks", Files.createFile(place.resolve("file")));
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve("1.json"));
        refused("Cannot read", "--webhooks", folder);
    }

    @Test
    void aDatabaseOfAnotherKind() {
        refused("--db takes", "--db", "jdbc:oracle:thin:@localhost");
        refused("--db takes", "--db", "localhost");
    }

    @Test
    void aDatabaseOutOfReach() {
        Run run = refused("Cannot open the database", "--db", "jdbc:postgresql://127.0.0.1:1/x?password=geheim");
        assertThat(run.err()).doesNotContain("geheim");
    }

    @Test
    void aWrongPassword() {
        String db = "jdbc:h2:" + place.resolve("clinic");
        assertThat(Run.of("--webhooks", folder, "--db", db).status()).isZero();
        refused("Cannot open the database", "--webhooks", folder, "--db", db, "--db-password", "x");
    }

    @Test
    void anotherKeyThanTheDataWasSealedWith() {
        String db = "jdbc:h2:" + place.resolve("clinic");
        Path other = place.resolve("other.keys.json");
        assertThat(Run.of("--webhooks", folder, "--db", db).status()).isZero();

        refused("key", "--webhooks", folder, "--db", db, "--keys", other);
        assertThat(other).as("a key that opens nothing").doesNotExist();
    }

    @Test
    void aKeyFileThatIsNone() throws IOException {
        Path none = Files.writeString(place.resolve("none.json"), "{}");
        refused("keyset", "--keys", none, "--db", "jdbc:h2:" + place.resolve("clinic"));
    }

    @Test
    void wordsNobodyKnows() {
        refused("Unknown option --jsno", "--jsno");
        refused("Unknown option folder", "folder");
        refused("--webhooks needs a value", "--webhooks");
        refused("--db is given twice", "--db", "jdbc:h2:mem:a", "--db=jdbc:h2:mem:b");
    }

    @Test
    void helpIsNoRefusal() {
        Run run = Run.of("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("--webhooks DIR", "--db JDBC_URL", "--keys FILE", "--json");
    }

    private static Run refused(String why, Object... args) {
        Run run = Run.of(args);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(why).matches("crm-quickstart: [^\\n]+\\R");
        return run;
    }
}
