package io.crmkit.benchmarks;

import java.util.concurrent.atomic.LongAdder;

/**
 * What goes over JDBC.
 *
 * @param executions calls of execute, each a round trip
 * @param statements SQL statements in them: one execution may carry several, and a batch carries many
 * @param ends commits and rollbacks, each a round trip
 */
record Counts(LongAdder executions, LongAdder statements, LongAdder ends) {
    static Counts none() {
        return new Counts(new LongAdder(), new LongAdder(), new LongAdder());
    }

    void executed(String sql) {
        executions.increment();
        for (String part : sql.split(";")) {
            statements.add(part.isBlank() ? 0 : 1);
        }
    }

    void batched(long size) {
        executions.increment();
        statements.add(size);
    }

    /** Means per message. */
    record Cost(double executions, double statements, double ends) {}

    Cost per(int messages) {
        return new Cost(
                executions.sum() / (double) messages,
                statements.sum() / (double) messages,
                ends.sum() / (double) messages);
    }
}
