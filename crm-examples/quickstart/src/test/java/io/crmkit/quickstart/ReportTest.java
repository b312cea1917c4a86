package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    @Requirement({"ANA-1", "ANA-2", "ANA-3", "ANA-4", "ANA-5"})
    void theOwnerReadsTheFiguresOfTheBuiltInDay() {
        Run run = Run.of("--report");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("FIGURES  Tuesday 10 March 2026")
                .containsPattern("In all +45,000.00 ARS")
                .containsPattern("Tomás Rivas +125,000.00 ARS, on 5 days")
                .contains("insufficient data: a model needs 200 customers")
                .containsPattern("2026-01 +1 +0 +1 +50 %")
                .contains("Who may have left: 1 of 3 at risk")
                .containsPattern("Control de ortodoncia +5 × +125,000.00 ARS")
                .containsPattern("First answer of the bot +– +– +4 s, 44 s\n")
                .containsPattern("by the bot alone +– +0 % +50 %\n");
    }

    @Test
    @Requirement({"ANA-1", "ANA-4", "EXP-1"})
    void theOwnerHasTheFiguresDrawn() throws IOException {
        Path file = folder.resolve("figures.pdf");
        Run run = Run.of("--report", file);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("Drawn: \\d pages to .*figures.pdf.\\R");
        assertThat(folder.resolve("figures.pdf.manifest.json")).content().contains("crm-figures-pdf/1");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }
}
