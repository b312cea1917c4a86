package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A storage whose every port call is noted with what it was called with, to be made again. */
final class OverheardStorage implements Storage {
    private final Storage storage;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    OverheardStorage(Storage storage) {
        this.storage = storage;
    }

    /** A method of a port, and what it was asked. */
    record Call(Method port, Method method, Object[] arguments) {
        String name() {
            return port.getReturnType().getSimpleName() + "." + method.getName();
        }

        Object again(UnitOfWork work) {
            return invoke(invoke(work, port), method, arguments);
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.within(tenant, unit -> work.apply(overheard(unit)));
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.snapshot(tenant, unit -> work.apply(overheard(unit)));
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.apart(tenant, unit -> work.apply(overheard(unit)));
    }

    @Override
    public boolean joinsHostTransaction() {
        return storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }

    private UnitOfWork overheard(UnitOfWork unit) {
        return (UnitOfWork) proxy(UnitOfWork.class, (method, none) -> {
            Object port = invoke(unit, method);
            return proxy(method.getReturnType(), (asked, arguments) -> {
                calls.add(new Call(method, asked, arguments));
                return invoke(port, asked, arguments);
            });
        });
    }

    private interface Answering {
        Object answer(Method method, Object[] arguments);
    }

    private static Object proxy(Class<?> type, Answering answering) {
        return Proxy.newProxyInstance(
                OverheardStorage.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments == null ? new Object[0] : arguments));
    }

    private static Object invoke(Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
