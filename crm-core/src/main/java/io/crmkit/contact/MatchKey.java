package io.crmkit.contact;

import java.util.Comparator;

/**
 * What makes two identifiers the same: the address after the variants of its country are folded. Never shown and never
 * sent to; storage keeps only a keyed hash of it.
 *
 * @since 0.1
 */
public record MatchKey(Scheme scheme, String scope, String key) implements Comparable<MatchKey> {
    private static final Comparator<MatchKey> ORDER = Comparator.comparing(MatchKey::scheme)
            .thenComparing(MatchKey::scope)
            .thenComparing(MatchKey::key);

    /** Whether nobody holds both at a time. */
    public boolean contradicts(MatchKey other) {
        return scheme.single() && scheme.equals(other.scheme) && scope.equals(other.scope) && !key.equals(other.key);
    }

    @Override
    public int compareTo(MatchKey other) {
        return ORDER.compare(this, other);
    }

    /** Without the key, which is personal. */
    @Override
    public String toString() {
        return "MatchKey[" + scheme + "]";
    }
}
