package io.crmkit.contact;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a provider said about which identifiers are one person's. Kept for ever; identity is decided from all of them.
 *
 * @param now identifiers that belong together from then on
 * @param before identifiers the same person gave up at that time; empty for a mere statement
 * @param at provider time; of a mere statement made many times the earliest
 * @param listed whether the provider says that such a contact exists, message or not
 * @since 0.1
 */
public record IdentityStatement(Set<MatchKey> now, Set<MatchKey> before, Instant at, boolean listed) {
    /** By time; within an instant mere statements come before changes. */
    static final Comparator<IdentityStatement> ORDER = Comparator.comparing(IdentityStatement::at)
            .thenComparing(IdentityStatement::changes)
            .thenComparing(s -> s.before, IdentityStatement::compare)
            .thenComparing(s -> s.now, IdentityStatement::compare);

    public IdentityStatement {
        now = Set.copyOf(now);
        before = Set.copyOf(before);
    }

    /** Whether somebody gave up an identifier. */
    public boolean changes() {
        return !before.isEmpty();
    }

    /** Whether it counts each time it is made; of a mere statement only the earliest counts. */
    public boolean countsEachTime() {
        return changes() || listed;
    }

    /** Whether both say the same, so that only the earlier one counts. */
    public boolean sameAs(IdentityStatement other) {
        return now.equals(other.now)
                && before.equals(other.before)
                && listed == other.listed
                && (!countsEachTime() || at.equals(other.at));
    }

    /** Whether it says no more than that one identifier was seen. */
    public boolean trivial() {
        return now.size() == 1 && before.isEmpty() && !listed;
    }

    private static int compare(Set<MatchKey> one, Set<MatchKey> other) {
        return keys(one).compareTo(keys(other));
    }

    private static String keys(Set<MatchKey> keys) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(keys)
                .forEach(k -> text.append(k.scheme())
                        .append('|')
                        .append(k.scope())
                        .append('|')
                        .append(k.key())
                        .append('\n'));
        return text.toString();
    }
}
