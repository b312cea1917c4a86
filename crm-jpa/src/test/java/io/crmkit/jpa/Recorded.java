package io.crmkit.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The statements that go to a database with their parameters, for asking it afterwards how it runs them. */
final class Recorded {
    /** One statement as it was run; its parameters are calls to be made again. */
    record Run(String sql, List<Setting> settings) {
        void bind(PreparedStatement statement) throws ReflectiveOperationException {
            for (Setting setting : settings) {
                setting.method.invoke(statement, setting.arguments);
            }
        }
    }

    private record Setting(Method method, Object[] arguments) {}

    private final List<Run> runs = new ArrayList<>();

    /** What was run since the last look. */
    List<Run> take() {
        List<Run> taken = List.copyOf(runs);
        runs.clear();
        return taken;
    }

    DataSource in(DataSource original) {
        return Lent.changed(
                original,
                connection -> wrap(Connection.class, (method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    return result instanceof PreparedStatement statement && arguments[0] instanceof String sql
                            ? recorded(statement, sql)
                            : result;
                }));
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        List<Setting> settings = new ArrayList<>();
        return wrap(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length >= 2) {
                settings.add(new Setting(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                runs.add(new Run(sql, List.copyOf(settings)));
            }
            return invoke(statement, method, arguments);
        });
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Recorded.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
