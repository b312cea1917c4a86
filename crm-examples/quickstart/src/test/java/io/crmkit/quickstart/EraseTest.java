package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --erase} does. */
@Requirement("PRV-5")
class EraseTest {
    @TempDir
    Path folder;

    @Test
    void whoIsErasedIsGoneAndDoesNotComeBackWithTheNextReplay() {
        String db = "jdbc:h2:" + folder.resolve("clinic");
        assertThat(Run.of("--json", "--db", db).document().toString()).contains("Julián Acosta");

        Run erased = Run.of("--db", db, "--erase", "5555-0102");

        assertThat(erased.status()).isZero();
        assertThat(erased.out())
                .contains("Erased 1 contact at ", "crm_interaction", ": 0 rows refer to this one", "  complete ");
        assertThat(Run.of("--json", "--db", db).document().toString()).doesNotContain("Julián Acosta", "5555-0102");
    }

    @Test
    void whoIsNotThereIsRefusedInOneLine() {
        Run run = Run.of("--erase", "5550-9999");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("crm-quickstart: No contact has this address" + System.lineSeparator());
    }
}
