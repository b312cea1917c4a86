package io.crmkit.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long and on what to measure.
 *
 * @param seconds of each cell in each round
 * @param warmUp of each cell, before the rounds
 * @param contacts of each tenant
 * @param only parts of the names of the contenders to run; all if empty
 * @param extractors to measure capture beside, instead of the contenders; none if empty
 */
record Options(
        Duration seconds,
        Duration warmUp,
        int rounds,
        int tenants,
        int contacts,
        List<Integer> callers,
        List<String> only,
        List<Extracting> extractors) {
    static final String USAGE = """
            usage: capture [--seconds 4] [--warm-up 15] [--rounds 5] [--tenants 10] [--contacts 1000] [--callers 1,8,64]
                           [--only library,single,three,set,jpa] [--extractor none,rules,stuck]
                   reads [--contacts 300000] [--messages 3000000] [--rounds 200] [--keep-in FOLDER]
                   segments [--contacts 300000] [--messages 3000000] [--rounds 200]
                   extraction [--data ../shared/evaluation/extraction] [--seconds 3]
                   analytics [--data ../shared/evaluation/analytics]
                   figures [--contacts 300000] [--interactions 3000000]
                   import [--rows 1000000], with java -Xmx128m
                   export [--contacts 1000000] [--messages 10000000], with java -Xmx128m
                   broadcast [--contacts 100000], with java -Xmx128m
                   audit [--rounds 10] [--reads 200]
                   webhooks [--posts 500] [--warm-up 10] [--rounds 9] [--app crm-examples/spring-boot/target/crm-spring-boot.jar]""";

    private static final Options DEFAULT = new Options(
            Duration.ofSeconds(4), Duration.ofSeconds(15), 5, 10, 1_000, List.of(1, 8, 64), List.of(), List.of());

    static Options parse(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("capture") || arguments.length % 2 == 0) {
            throw new IllegalArgumentException("Say what to measure, and a value after each option");
        }
        Options options = DEFAULT;
        for (int i = 1; i < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--seconds" -> lasting(duration(value), warmUp, rounds);
            case "--warm-up" -> lasting(seconds, duration(value), rounds);
            case "--rounds" -> lasting(seconds, warmUp, number(value));
            case "--tenants" -> among(number(value), contacts, callers);
            case "--contacts" -> among(tenants, number(value), callers);
            case "--callers" -> among(tenants, contacts, numbers(value));
            case "--only" -> new Options(seconds, warmUp, rounds, tenants, contacts, callers, words(value), extractors);
            case "--extractor" ->
                new Options(seconds, warmUp, rounds, tenants, contacts, callers, only, Extracting.named(words(value)));
            default -> throw new IllegalArgumentException("There is no option " + option);
        };
    }

    private Options lasting(Duration each, Duration before, int times) {
        return new Options(each, before, times, tenants, contacts, callers, only, extractors);
    }

    private Options among(int businesses, int people, List<Integer> at) {
        return new Options(seconds, warmUp, rounds, businesses, people, at, only, extractors);
    }

    private static Duration duration(String seconds) {
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1_000));
    }

    private static List<Integer> numbers(String value) {
        return words(value).stream().map(Options::number).toList();
    }

    private static int number(String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException("At least 1, not " + number);
        }
        return number;
    }

    private static List<String> words(String value) {
        return Arrays.asList(value.split(","));
    }

    boolean wants(String contender) {
        return only.isEmpty() || only.stream().anyMatch(contender::contains);
    }
}
