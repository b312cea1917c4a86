package io.crmkit.benchmarks;

import io.crmkit.benchmarks.analytics.AnalyticsEvaluation;
import io.crmkit.benchmarks.audit.AuditBenchmark;
import io.crmkit.benchmarks.extraction.ExtractionEvaluation;
import io.crmkit.benchmarks.reads.ReadsBenchmark;
import io.crmkit.benchmarks.reads.Scale;
import io.crmkit.benchmarks.reads.SegmentsBenchmark;
import io.crmkit.benchmarks.webhooks.WebhookBenchmark;
import java.io.PrintStream;
import java.nio.file.Path;

/** The command: {@code java -jar crm-benchmarks.jar capture|reads|segments|extraction|… [options]}. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments, System.out, System.err));
    }

    /** 0 if the benchmark ran, whatever it showed; 2 if it was asked for something it does not know. */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("extraction")) {
            return extraction(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("analytics")) {
            return analytics(arguments, out, complaints);
        }
        // Hibernate tells at length, for every factory, what it found.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        if (arguments.length > 0 && arguments[0].equals("export")) {
            return exports(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("import")) {
            return imports(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("broadcast")) {
            return broadcast(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("segments")) {
            return segments(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("reads")) {
            return reads(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("audit")) {
            return audit(arguments, out, complaints);
        }
        if (arguments.length > 0 && arguments[0].equals("webhooks")) {
            return webhooks(arguments, out, complaints);
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException unknown) {
            complaints.println(unknown.getMessage());
            complaints.println(Options.USAGE);
            return 2;
        }
        CaptureBenchmark.run(options, out);
        return 0;
    }

    private static int broadcast(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        int contacts = 100_000;
        if (arguments.length == 3 && arguments[1].equals("--contacts")) {
            contacts = Integer.parseInt(arguments[2]);
        } else if (arguments.length > 1) {
            complaints.println(Options.USAGE);
            return 2;
        }
        BroadcastBenchmark.run(contacts, out);
        return 0;
    }

    private static int webhooks(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Path app = Path.of("crm-examples/spring-boot/target/crm-spring-boot.jar");
        int posts = 500;
        int warmUp = 10;
        int rounds = 9;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (value.isEmpty() ? "" : arguments[i]) {
                case "--app" -> app = Path.of(value);
                case "--posts" -> posts = Integer.parseInt(value);
                case "--warm-up" -> warmUp = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                default -> {
                    complaints.println(Options.USAGE);
                    return 2;
                }
            }
        }
        WebhookBenchmark.run(app, posts, warmUp, rounds, out);
        return 0;
    }

    private static int imports(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        int rows = 1_000_000;
        if (arguments.length == 3 && arguments[1].equals("--rows")) {
            rows = Integer.parseInt(arguments[2]);
        } else if (arguments.length > 1) {
            complaints.println(Options.USAGE);
            return 2;
        }
        ImportBenchmark.run(rows, out);
        return 0;
    }

    private static int exports(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        int contacts = 1_000_000;
        int messages = 10_000_000;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals("--contacts") && !value.isEmpty()) {
                contacts = Integer.parseInt(value);
            } else if (arguments[i].equals("--messages") && !value.isEmpty()) {
                messages = Integer.parseInt(value);
            } else {
                complaints.println(Options.USAGE);
                return 2;
            }
        }
        ExportBenchmark.run(contacts, messages, out);
        return 0;
    }

    private static int audit(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        int rounds = 10;
        int reads = 200;
        for (int i = 1; i < arguments.length; i += 2) {
            if (i + 1 < arguments.length && arguments[i].equals("--rounds")) {
                rounds = Integer.parseInt(arguments[i + 1]);
            } else if (i + 1 < arguments.length && arguments[i].equals("--reads")) {
                reads = Integer.parseInt(arguments[i + 1]);
            } else {
                complaints.println(Options.USAGE);
                return 2;
            }
        }
        AuditBenchmark.run(rounds, reads, out);
        return 0;
    }

    private static int reads(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Scale scale;
        try {
            scale = Scale.parse(arguments);
        } catch (IllegalArgumentException unknown) {
            complaints.println(unknown.getMessage());
            complaints.println(Options.USAGE);
            return 2;
        }
        ReadsBenchmark.run(scale, out);
        return 0;
    }

    private static int segments(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Scale scale;
        try {
            scale = Scale.parse(arguments);
        } catch (IllegalArgumentException unknown) {
            complaints.println(unknown.getMessage());
            complaints.println(Options.USAGE);
            return 2;
        }
        SegmentsBenchmark.run(scale, out);
        return 0;
    }

    private static int analytics(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Path folder = AnalyticsEvaluation.SHARED;
        if (arguments.length == 3 && arguments[1].equals("--data")) {
            folder = Path.of(arguments[2]);
        } else if (arguments.length > 1) {
            complaints.println(Options.USAGE);
            return 2;
        }
        AnalyticsEvaluation.run(folder, out);
        return 0;
    }

    private static int extraction(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Path folder = ExtractionEvaluation.SHARED;
        double seconds = 3;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals("--data") && !value.isEmpty()) {
                folder = Path.of(value);
            } else if (arguments[i].equals("--seconds") && !value.isEmpty()) {
                seconds = Double.parseDouble(value);
            } else {
                complaints.println("There is no option " + arguments[i] + " with this value");
                complaints.println(Options.USAGE);
                return 2;
            }
        }
        ExtractionEvaluation.run(folder, seconds, out);
        return 0;
    }
}
