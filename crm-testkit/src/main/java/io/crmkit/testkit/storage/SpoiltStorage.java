package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A storage one of whose ports fails whenever it is asked about certain things.
 *
 * @param port the method of {@link UnitOfWork} that gives it
 * @param spoilt of what a method is given first
 */
record SpoiltStorage(Storage storage, String port, Predicate<Object> spoilt) implements Storage {
    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.within(tenant, unit -> work.apply(spoilt(unit)));
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.snapshot(tenant, unit -> work.apply(spoilt(unit)));
    }

    private UnitOfWork spoilt(UnitOfWork unit) {
        return (UnitOfWork) proxy(UnitOfWork.class, (p, method, arguments) -> {
            Object result = called(unit, method, arguments);
            return method.getName().equals(port) ? failing(method.getReturnType(), result) : result;
        });
    }

    private Object failing(Class<?> type, Object sound) {
        return proxy(type, (p, method, arguments) -> {
            if (arguments != null && Stream.of(arguments).limit(1).anyMatch(spoilt)) {
                throw new IllegalStateException("Ana lives at 5 Elm Street");
            }
            return called(sound, method, arguments);
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object called(Object on, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.apart(tenant, unit -> work.apply(spoilt(unit)));
    }

    @Override
    public boolean joinsHostTransaction() {
        return storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }
}
