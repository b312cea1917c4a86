package io.crmkit.contact;

import java.util.Comparator;

/**
 * Two contacts, the lower id first.
 *
 * @since 0.1
 */
public record Pair(ContactId one, ContactId other) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::one).thenComparing(Pair::other);

    public Pair {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("The lower id comes first");
        }
    }

    /** Of two different contacts in whatever order. */
    public static Pair of(ContactId some, ContactId other) {
        return some.compareTo(other) < 0 ? new Pair(some, other) : new Pair(other, some);
    }

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
