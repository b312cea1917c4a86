package io.crmkit.duplicate;

import java.util.ArrayList;
import java.util.List;

/**
 * How two names agree: which words of one are words of the other, in whatever order, and which are left over.
 *
 * @param agreed the words they have in common
 * @param exact whether all that agree sound the same
 * @param left words of the first that the second lacks
 * @param leftOther words of the second that the first lacks
 * @param given whether the first word of each is among those that agree
 */
record NameLikeness(List<Agreed> agreed, boolean exact, int left, int leftOther, boolean given) {
    /** Words of at least so many letters may have a typing error. */
    private static final int SHORTEST = 4;

    /** Words of at least so many letters may have two. */
    private static final int LONG = 8;

    /** A word of both, as each has it. */
    record Agreed(String one, String other, Closeness closeness) {}

    /** How close two words are, the closest first. */
    enum Closeness {
        SAME,
        SHORT_FORM,
        MISTYPED,
        INITIAL
    }

    private record Pair(int one, int other, Closeness closeness) {}

    static NameLikeness of(PersonName one, PersonName other) {
        List<Pair> pairs = pairs(one.words(), other.words());
        List<Agreed> agreed = new ArrayList<>();
        boolean exact = true;
        for (Pair pair : pairs) {
            agreed.add(new Agreed(one.words().get(pair.one), other.words().get(pair.other), pair.closeness));
            exact &= pair.closeness == Closeness.SAME;
        }
        boolean given =
                pairs.stream().anyMatch(pair -> pair.one == 0) && pairs.stream().anyMatch(p -> p.other == 0);
        return new NameLikeness(
                agreed, exact, one.words().size() - pairs.size(), other.words().size() - pairs.size(), given);
    }

    /** Whether they have the same words. */
    boolean whole() {
        return left == 0 && leftOther == 0;
    }

    /** Whether nothing of one speaks against the other. */
    boolean compatible() {
        return left == 0 || leftOther == 0;
    }

    /** The closest first, each word once. */
    private static List<Pair> pairs(List<String> one, List<String> other) {
        List<Pair> pairs = new ArrayList<>();
        for (Closeness closeness : Closeness.values()) {
            for (int i = 0; i < one.size(); i++) {
                for (int j = 0; j < other.size(); j++) {
                    int first = i;
                    int second = j;
                    boolean free = pairs.stream().noneMatch(pair -> pair.one == first || pair.other == second);
                    if (free && close(one.get(i), other.get(j), closeness)) {
                        pairs.add(new Pair(i, j, closeness));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean close(String one, String other, Closeness closeness) {
        return switch (closeness) {
            case SAME -> one.equals(other) || soundsSame(one, other);
            case SHORT_FORM -> Nicknames.proper(one).equals(Nicknames.proper(other));
            case MISTYPED -> mistyped(one, other);
            case INITIAL -> (one.length() == 1) != (other.length() == 1) && one.charAt(0) == other.charAt(0);
        };
    }

    /** Spelled otherwise: the same sound and hardly another letter. */
    private static boolean soundsSame(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST
                && Sound.of(one).equals(Sound.of(other))
                && one.charAt(one.length() - 1) == other.charAt(other.length() - 1)
                && EditDistance.between(one, other) == 1
                && !ofAnotherSex(one, other);
    }

    private static boolean mistyped(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST || Math.abs(one.length() - other.length()) > 2 || ofAnotherSex(one, other)) {
            return false;
        }
        return EditDistance.between(one, other) <= (shorter >= LONG ? 2 : 1);
    }

    /** Daniel and Daniela, Mario and María are brother and sister rather than one mistyped. */
    private static boolean ofAnotherSex(String one, String other) {
        return other.equals(one + "a") || one.equals(other + "a") || swapsEnd(one, other) || swapsEnd(other, one);
    }

    private static boolean swapsEnd(String one, String other) {
        return one.endsWith("a")
                && (other.endsWith("o") || other.endsWith("e"))
                && one.length() == other.length()
                && one.regionMatches(0, other, 0, one.length() - 1);
    }
}
