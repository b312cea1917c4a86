package io.crmkit.benchmarks.reads;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Words of a made-up language, some said often and most seldom, as in any language. */
final class Lexicon {
    private static final int WORDS = 30_000;
    private static final String[] ONSETS = "b c d f g l m n p r s t v ch ll br tr pl".split(" ");
    private static final String[] VOWELS = "a e i o u".split(" ");
    private static final double[] UPTO = upto();

    private Lexicon() {}

    /** The word that is said that often: 0 is the most frequent. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int rest = rank;
        for (int i = 0; i < 2 || rest > 0; i++) {
            word.append(ONSETS[(rest + i * 7) % ONSETS.length]);
            rest /= ONSETS.length;
            word.append(VOWELS[(rest + rank) % VOWELS.length]);
            rest /= VOWELS.length;
        }
        return word.toString() + "aeiou".charAt(rank % 5) + "nsrlz".charAt(rank / 5 % 5);
    }

    static String any(RandomGenerator random) {
        int found = Arrays.binarySearch(UPTO, random.nextDouble());
        return word(Math.min(WORDS - 1, found < 0 ? -found - 1 : found));
    }

    /** The frequency of a word falls with its rank. */
    private static double[] upto() {
        double[] upto = new double[WORDS];
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            sum += 1.0 / (rank + 2);
            upto[rank] = sum;
        }
        for (int rank = 0; rank < WORDS; rank++) {
            upto[rank] /= sum;
        }
        return upto;
    }
}
