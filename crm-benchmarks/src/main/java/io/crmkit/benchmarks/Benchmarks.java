package io.crmkit.benchmarks;

import java.io.PrintStream;

/** The command: {@code java -jar crm-benchmarks.jar capture [options]}. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments, System.out, System.err));
    }

    /** 0 if the benchmark ran, whatever it showed; 2 if it was asked for something it does not know. */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException unknown) {
            complaints.println(unknown.getMessage());
            complaints.println(Options.USAGE);
            return 2;
        }
        // Hibernate tells at length, for every factory, what it found.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        CaptureBenchmark.run(options, out);
        return 0;
    }
}
