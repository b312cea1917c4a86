package io.crmkit.memory;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sorted map that can take its changes back. */
final class Table<K, V> {
    private final TreeMap<K, V> rows;
    private final Deque<Runnable> undo;

    /** @param undo gathers, newest first, what takes each change back */
    Table(Comparator<? super K> order, Deque<Runnable> undo) {
        this.rows = new TreeMap<>(order);
        this.undo = undo;
    }

    static Deque<Runnable> undoLog() {
        return new ArrayDeque<>();
    }

    /** With the same rows as another. */
    void fill(Table<K, V> other) {
        rows.putAll(other.rows);
    }

    @Nullable V get(K key) {
        return rows.get(key);
    }

    void put(K key, V value) {
        V before = rows.put(key, value);
        undo.push(() -> restore(key, before));
    }

    void remove(K key) {
        V before = rows.remove(key);
        undo.push(() -> restore(key, before));
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    NavigableMap<K, V> rows() {
        return Collections.unmodifiableNavigableMap(rows);
    }
}
