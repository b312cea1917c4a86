package io.crmkit.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes on what comes in time order, and puts what is of one and the same time into a given order. Not thread-safe.
 *
 * @param <T> what passes through
 */
final class Ties<T> {
    /** More than so many of one time are passed on in parts, so that memory stays bounded. */
    static final int MOST = 10_000;

    private final Comparator<? super T> time;
    private final Comparator<? super T> order;
    private final Consumer<? super T> next;
    private final List<T> held = new ArrayList<>();

    Ties(Comparator<? super T> time, Comparator<? super T> order, Consumer<? super T> next) {
        this.time = time;
        this.order = order;
        this.next = next;
    }

    void add(T item) {
        if (!held.isEmpty() && (held.size() == MOST || time.compare(held.get(0), item) != 0)) {
            flush();
        }
        held.add(item);
    }

    /** Passes on what is held; to be called after the last one. */
    void flush() {
        held.sort(order);
        held.forEach(next);
        held.clear();
    }
}
