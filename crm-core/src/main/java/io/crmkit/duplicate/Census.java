package io.crmkit.duplicate;

import java.util.Map;

/**
 * How many contacts there are and how many bear a word in their names, so that what is rare says more.
 *
 * @param contacts counted up to {@link #MOST_CONTACTS}
 * @param bearers by word, counted up to {@link #MOST_BEARERS}
 * @since 0.1
 */
public record Census(int contacts, Map<String, Integer> bearers) {
    public static final int MOST_CONTACTS = 10_000;
    public static final int MOST_BEARERS = 1_000;

    public Census {
        bearers = Map.copyOf(bearers);
    }

    /** How many bits it says that two have a word in common. */
    double rarity(String one, String other) {
        int common = Math.max(bearers.getOrDefault(one, 0), bearers.getOrDefault(other, 0));
        return log2(Math.max(contacts, 2)) - log2(Math.max(common - 1, 1));
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    /** Without the words, which are personal. */
    @Override
    public String toString() {
        return "Census[" + contacts + "]";
    }
}
