package io.crmkit.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Counts what goes through a pool. Slower than the pool, so never timed. */
final class Counting {
    private Counting() {}

    static DataSource of(DataSource pool, Supplier<Counts> counts) {
        return proxy(DataSource.class, pool, (method, arguments, result) -> switch (method.getName()) {
            case "getConnection" -> connection((Connection) result, counts);
            default -> result;
        });
    }

    private static Connection connection(Connection connection, Supplier<Counts> counts) {
        return proxy(Connection.class, connection, (method, arguments, result) -> switch (method.getName()) {
            case "prepareStatement" ->
                statement(PreparedStatement.class, (PreparedStatement) result, (String) arguments[0], counts);
            case "createStatement" -> statement(Statement.class, (Statement) result, "", counts);
            case "commit", "rollback" -> {
                counts.get().ends().increment();
                yield result;
            }
            default -> result;
        });
    }

    private static <S extends Statement> S statement(Class<S> type, S statement, String sql, Supplier<Counts> counts) {
        long[] batch = {0};
        return proxy(type, statement, (method, arguments, result) -> {
            switch (method.getName()) {
                case "addBatch" -> batch[0]++;
                case "executeBatch" -> {
                    counts.get().batched(batch[0]);
                    batch[0] = 0;
                }
                case "execute", "executeQuery", "executeUpdate" ->
                    counts.get().executed(arguments.length == 0 ? sql : (String) arguments[0]);
                default -> {}
            }
            return result;
        });
    }

    /** Sees a call and its result, and may replace the result. */
    private interface Watcher {
        Object seen(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Watcher watcher) {
        InvocationHandler handler = (self, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            try {
                return watcher.seen(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return type.cast(Proxy.newProxyInstance(Counting.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
