package io.crmkit.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures as tables, and whether they reach what was aimed at. */
record Report(PrintStream out) {
    /** A figure divided by another, and what it should be at least. */
    private record Aim(String above, String below, int callers, double least) {}

    private static final List<Aim> AIMS = List.of(
            new Aim("library x100", "floor, set-based x100", 1, 0.5),
            new Aim("library x100", "floor, set-based x100", 8, 0.5),
            new Aim("library x100", "floor, set-based x100", 64, 0.5),
            new Aim("library x1", "floor, single statement x1", 1, 0.6),
            new Aim("library x1", "floor, three statements x1", 8, 0.9),
            new Aim("library x1", "plain jpa x1", 8, 3),
            new Aim("library x1", "floor, single statement x1", 64, 1));
    private static final double LEAST_PER_SECOND = 8_000;
    private static final double MOST_STATEMENTS = 3;

    void print(List<Figures> figures, Map<String, Counts.Cost> costs) {
        out.printf(
                "%n%-30s %7s %10s %10s %9s %9s%n",
                "messages per second", "callers", "best", "median", "p50 ms", "p99 ms");
        figures.forEach(row -> out.printf(
                "%-30s %7d %,10.0f %,10.0f %9.2f %9.2f%n",
                row.cell().name(),
                row.cell().callers(),
                row.best(),
                row.median(),
                row.quantile(0.5),
                row.quantile(0.99)));
        out.printf("%n%-30s %10s %10s %10s%n", "per message", "executions", "statements", "commits");
        costs.forEach((name, cost) ->
                out.printf("%-30s %10.2f %10.2f %10.2f%n", name, cost.executions(), cost.statements(), cost.ends()));
        out.println(
                "(each execution and each commit is a round trip; an execution of the library carries two statements,"
                        + " one that locks and one that reads)");
        out.printf("%n%-60s %7s %7s %6s%n", "ratio of messages per second, median of the rounds", "ratio", "aim", "");
        AIMS.forEach(aim -> find(figures, aim.above(), aim.callers())
                .ifPresent(above ->
                        find(figures, aim.below(), aim.callers()).ifPresent(below -> ratio(aim, above, below))));
        absolute(figures, costs);
        seal();
    }

    private void ratio(Aim aim, Figures above, Figures below) {
        double ratio = above.ratio(below);
        out.printf(
                "%-60s %7.2f %7.2f %6s%n",
                aim.above() + " / " + aim.below() + ", " + aim.callers() + " callers",
                ratio,
                aim.least(),
                verdict(ratio >= aim.least()));
    }

    private void absolute(List<Figures> figures, Map<String, Counts.Cost> costs) {
        figures.stream()
                .filter(row -> row.cell().name().equals("library x100"))
                .forEach(row -> out.printf(
                        "%-60s %,7.0f %,7.0f %6s%n",
                        "library x100, " + row.cell().callers() + " callers, messages per second",
                        row.median(),
                        LEAST_PER_SECOND,
                        verdict(row.median() > LEAST_PER_SECOND)));
        Optional.ofNullable(costs.get("library x1"))
                .ifPresent(cost -> out.printf(
                        "%-60s %7.2f %7.2f %6s%n",
                        "library x1, statements of a message, at most",
                        cost.statements(),
                        MOST_STATEMENTS,
                        verdict(cost.statements() <= MOST_STATEMENTS)));
    }

    private static Optional<Figures> find(List<Figures> figures, String name, int callers) {
        return figures.stream()
                .filter(row -> row.cell().name().equals(name) && row.cell().callers() == callers)
                .findFirst();
    }

    private static String verdict(boolean reached) {
        return reached ? "ok" : "missed";
    }

    /** What sealing and hashing alone cost, since the floors do both and plain JPA neither. */
    private void seal() {
        out.printf(
                "%nOf each message, sealing a body of this size and hashing twice takes %.1f µs of processor time; the"
                        + " library and the floors do both, plain JPA neither.%n",
                SealCost.micros());
    }
}
