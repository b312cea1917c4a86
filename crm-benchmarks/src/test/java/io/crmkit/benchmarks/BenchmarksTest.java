package io.crmkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void allContendersCaptureOnOneServerAndAreCompared() throws Exception {
        int status = run(
                "capture",
                "--seconds",
                "0.05",
                "--rounds",
                "1",
                "--warm-up",
                "0.1",
                "--tenants",
                "1",
                "--contacts",
                "20",
                "--callers",
                "8");

        assertThat(status).isZero();
        assertThat(text(printed))
                .contains("fsync, full_page_writes, synchronous_commit on")
                .containsPattern("library x1 / floor, three statements x1, 8 callers +\\d")
                .containsPattern("library x100 / floor, set-based x100, 8 callers +\\d")
                .containsPattern("library x1 / plain jpa x1, 8 callers +\\d")
                .contains(" 0 deadlocks, 0 transactions begun again");
    }

    @Test
    void whatIsSealedIsFoundAsPlainTextIs() throws Exception {
        assertThat(run("reads", "--contacts", "300", "--messages", "3000", "--rounds", "2"))
                .isZero();
        assertThat(text(printed))
                .containsPattern("message, word frequent long ago, absent since, top 50 +50.0")
                .containsPattern("list, three filters, page 5 +20.0")
                .containsPattern("storage: sealed +\\d");
    }

    @Test
    void theExtractorReachesItsBarsOnOurOwnConversations() throws Exception {
        assertThat(run("extraction", "--data", "nowhere", "--seconds", "0.05")).isZero();
        assertThat(text(printed))
                .contains("Skipped: no shared sets in nowhere")
                .contains("messages per second")
                .containsPattern("PERSON_NAME precision +\\d");
        // Of the optician's, two mentions of a service in complaints are labelled as none, and read as one.
        assertThat(text(printed).split("an optician's", 2)[0])
                .contains("own conversations")
                .contains("a physiotherapist's")
                .doesNotContainPattern("(F1|precision|accuracy|leaks|contact|injected).*missed");
    }

    @Test
    void captureIsMeasuredBesideAnExtractorAtWorkAndOneThatIsStuck() throws Exception {
        int status = run(
                "capture",
                "--seconds",
                "0.05",
                "--rounds",
                "1",
                "--warm-up",
                "0.1",
                "--tenants",
                "1",
                "--contacts",
                "20",
                "--callers",
                "2",
                "--extractor",
                "rules,stuck");

        assertThat(status).isZero();
        assertThat(text(printed))
                .containsPattern("library, stuck x1 +2 +\\d")
                .containsPattern("to its fact in the profile, 60 messages: p50 \\d");
    }

    @Test
    void exportsAreMeasuredBesideReadersThatWriteNothing() throws Exception {
        int status = run("export", "--contacts", "30", "--messages", "300");

        assertThat(status).isZero();
        assertThat(text(printed))
                .containsPattern("COPY of messages: \\d")
                .containsPattern("JSON of everything: \\d")
                .containsPattern("\\d of the rate of reading alone");
    }

    @Test
    void figuresAreMeasuredBesideSqlWrittenByHand() throws Exception {
        assertThat(run("figures", "--contacts", "400", "--interactions", "10000"))
                .isZero();
        assertThat(text(printed))
                .containsPattern("worth +[\\d.,]+ +[\\d.,]+ ")
                .containsPattern("operations, a month +[\\d.,]+ +[\\d.,]+ ")
                .containsPattern("fit of [\\d.,]+ customers: ours [\\d.,]+ ms");
    }

    @Test
    void aBroadcastIsPlanned() throws Exception {
        assertThat(run("broadcast", "--contacts", "30")).isZero();
        assertThat(text(printed))
                .contains("BroadcastPreview[chosen=30, allowed=30")
                .containsPattern("foreseen in \\d");
    }

    @Test
    void anUnknownOptionIsRefusedWithWhatIsKnown() throws Exception {
        assertThat(run("capture", "--speed", "2")).isEqualTo(2);
        assertThat(text(complaints)).contains("There is no option --speed").contains("--seconds");
    }

    private int run(String... arguments) throws Exception {
        return Benchmarks.run(arguments, stream(printed), stream(complaints));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
