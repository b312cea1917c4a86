package io.crmkit.benchmarks.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnalyticsEvaluationTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private boolean run(Path folder) throws Exception {
        return AnalyticsEvaluation.run(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    @Requirement({"ANA-1", "ANA-2", "ANA-3", "ANA-4", "ANA-5"})
    void everyFigureIsWithinItsToleranceOfWhatIsPublished() throws Exception {
        Path data = Path.of("..").resolve(AnalyticsEvaluation.SHARED);
        assumeTrue(Files.isDirectory(data), "The analytics data are not beside the checkout");
        assertThat(run(data)).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void withoutTheDataANoticeSaysSo() throws Exception {
        assertThat(run(Path.of("nowhere"))).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("Skipped: there is no CDNOW_sample.txt");
    }
}
