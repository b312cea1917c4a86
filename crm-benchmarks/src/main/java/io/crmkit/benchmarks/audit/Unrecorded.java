package io.crmkit.benchmarks.audit;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditTrail;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueList;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Storage that keeps nobody on record: what the library would cost without an audit. It exists here only. */
record Unrecorded(Storage storage) implements Storage {
    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.within(tenant, unit -> work.apply(deaf(unit)));
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.apart(tenant, unit -> work.apply(deaf(unit)));
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.snapshot(tenant, work);
    }

    @Override
    public boolean joinsHostTransaction() {
        return storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }

    private static UnitOfWork deaf(UnitOfWork unit) {
        return (UnitOfWork) proxy(UnitOfWork.class, (method, arguments) -> {
            Class<?> port = method.getReturnType();
            return port == AuditTrail.class || port == DueList.class
                    ? proxy(port, (ignored, none) -> ignored.getReturnType() == String.class ? "" : null)
                    : method.invoke(unit, arguments);
        });
    }

    private interface Answer {
        @Nullable Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static Object proxy(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(
                Unrecorded.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
