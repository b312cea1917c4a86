package io.crmkit.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** A database whose n-th call from now on fails. Not thread-safe. */
final class Faults {
    /** How a call fails. */
    enum Kind {
        /** The call never reaches the database. */
        BEFORE("08006"),
        /** The database does what it is asked, and the caller does not learn of it. */
        AFTER("08006"),
        /** The database refuses because somebody else was faster, and would not a second time. */
        OVERTAKEN("40001");

        private final String state;

        Kind(String state) {
            this.state = state;
        }
    }

    private static final Set<String> CALLS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "setSavepoint");

    private int left;
    private Kind kind = Kind.BEFORE;
    private boolean committed;

    /** Lets the n-th call fail, and no other. */
    void failAt(int n, Kind how) {
        left = n;
        kind = how;
        committed = false;
    }

    /** Whether the database committed since. */
    boolean committed() {
        return committed;
    }

    /** Whether it came to that; no call fails any more. */
    boolean disarm() {
        boolean reached = left == 0;
        left = 0;
        return reached;
    }

    DataSource in(DataSource original) {
        return Lent.changed(original, connection -> wrap(Connection.class, connection));
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                Faults.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean fails = CALLS.contains(method.getName()) && left > 0 && --left == 0;
        if (fails && kind != Kind.AFTER) {
            throw new SQLException("cut before " + method.getName(), kind.state);
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        committed |= method.getName().equals("commit");
        if (fails) {
            throw new SQLException("cut after " + method.getName(), kind.state);
        }
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
    }
}
