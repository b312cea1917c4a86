package io.crmkit.benchmarks;

import io.crmkit.benchmarks.analytics.AnalyticsEvaluation;
import io.crmkit.benchmarks.analytics.FiguresBenchmark;
import io.crmkit.benchmarks.audit.AuditBenchmark;
import io.crmkit.benchmarks.extraction.ExtractionEvaluation;
import io.crmkit.benchmarks.reads.ReadsBenchmark;
import io.crmkit.benchmarks.reads.Scale;
import io.crmkit.benchmarks.reads.SegmentsBenchmark;
import io.crmkit.benchmarks.webhooks.WebhookBenchmark;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The command: {@code java -jar crm-benchmarks.jar capture|reads|segments|extraction|… [options]}. */
public final class Benchmarks {
    /** By the name of each; what is given to it is understood before anything runs. */
    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("capture", Benchmarks::capture),
            Map.entry("reads", Benchmarks::reads),
            Map.entry("segments", Benchmarks::segments),
            Map.entry("extraction", Benchmarks::extraction),
            Map.entry("analytics", Benchmarks::analytics),
            Map.entry("figures", Benchmarks::figures),
            Map.entry("import", Benchmarks::imports),
            Map.entry("export", Benchmarks::exports),
            Map.entry("broadcast", Benchmarks::broadcast),
            Map.entry("webhooks", Benchmarks::webhooks),
            Map.entry("audit", Benchmarks::audit));

    private Benchmarks() {}

    /** Understands what is given; what it does not know it refuses with an {@link IllegalArgumentException}. */
    private interface Command {
        Work of(String[] arguments);
    }

    private interface Work {
        void run(PrintStream out) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments, System.out, System.err));
    }

    /** 0 if the benchmark ran, whatever it showed; 2 if it was asked for something it does not know. */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        // Hibernate tells at length, for every factory, what it found.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Work work;
        try {
            work = COMMANDS.getOrDefault(arguments.length == 0 ? "" : arguments[0], Benchmarks::capture)
                    .of(arguments);
        } catch (IllegalArgumentException unknown) {
            complaints.println(unknown.getMessage());
            complaints.println(Options.USAGE);
            return 2;
        }
        work.run(out);
        return 0;
    }

    /** Says what there is where there is no such command. */
    private static Work capture(String[] arguments) {
        Options options = Options.parse(arguments);
        return out -> CaptureBenchmark.run(options, out);
    }

    private static Work reads(String[] arguments) {
        Scale scale = Scale.parse(arguments);
        return out -> ReadsBenchmark.run(scale, out);
    }

    private static Work segments(String[] arguments) {
        Scale scale = Scale.parse(arguments);
        return out -> SegmentsBenchmark.run(scale, out);
    }

    private static Work extraction(String[] arguments) {
        Given given = Given.of(arguments, Map.of("--data", ExtractionEvaluation.SHARED.toString(), "--seconds", "3"));
        Path folder = given.path("--data");
        double seconds = given.decimal("--seconds");
        return out -> ExtractionEvaluation.run(folder, seconds, out);
    }

    private static Work analytics(String[] arguments) {
        Path folder = Given.of(arguments, Map.of("--data", AnalyticsEvaluation.SHARED.toString()))
                .path("--data");
        return out -> AnalyticsEvaluation.run(folder, out);
    }

    private static Work figures(String[] arguments) {
        Given given = Given.of(arguments, Map.of("--contacts", "300000", "--interactions", "3000000"));
        int contacts = given.number("--contacts");
        int interactions = given.number("--interactions");
        return out -> FiguresBenchmark.run(contacts, interactions, out);
    }

    private static Work imports(String[] arguments) {
        int rows = Given.of(arguments, Map.of("--rows", "1000000")).number("--rows");
        return out -> ImportBenchmark.run(rows, out);
    }

    private static Work exports(String[] arguments) {
        Given given = Given.of(arguments, Map.of("--contacts", "1000000", "--messages", "10000000"));
        int contacts = given.number("--contacts");
        int messages = given.number("--messages");
        return out -> ExportBenchmark.run(contacts, messages, out);
    }

    private static Work broadcast(String[] arguments) {
        int contacts = Given.of(arguments, Map.of("--contacts", "100000")).number("--contacts");
        return out -> BroadcastBenchmark.run(contacts, out);
    }

    private static Work webhooks(String[] arguments) {
        Given given = Given.of(
                arguments,
                Map.of(
                        "--app", "crm-examples/spring-boot/target/crm-spring-boot.jar",
                        "--posts", "500",
                        "--warm-up", "10",
                        "--rounds", "9"));
        Path app = given.path("--app");
        int posts = given.number("--posts");
        int warmUp = given.number("--warm-up");
        int rounds = given.number("--rounds");
        return out -> WebhookBenchmark.run(app, posts, warmUp, rounds, out);
    }

    private static Work audit(String[] arguments) {
        Given given = Given.of(arguments, Map.of("--rounds", "10", "--reads", "200"));
        int rounds = given.number("--rounds");
        int reads = given.number("--reads");
        return out -> AuditBenchmark.run(rounds, reads, out);
    }
}
