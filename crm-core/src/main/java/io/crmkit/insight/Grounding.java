package io.crmkit.insight;

import io.crmkit.ai.Alignment;
import io.crmkit.insight.Folded.Word;
import java.util.List;
import java.util.Optional;

/** Finds the words an extractor quotes in the message it cites. Its own offsets only choose among several places. */
final class Grounding {
    private static final int LONGEST = 1_000;
    private static final int WORDS = 40;
    private static final double ENOUGH = 0.75;

    private final String text;
    private final Folded folded;

    Grounding(String text) {
        this.text = text;
        this.folded = Folded.of(text);
    }

    /** Where in the message something stands. */
    record Place(int start, int end, Alignment alignment) {}

    /** Where the quote stands, nearest to where it is said to; empty if it does not. */
    Optional<Place> find(String quote, int near) {
        if (quote.length() > LONGEST || quote.isBlank()) {
            return Optional.empty();
        }
        int exact = nearest(text, quote, near);
        if (exact >= 0) {
            return Optional.of(new Place(exact, exact + quote.length(), Alignment.EXACT));
        }
        String words = Folded.words(quote);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int at = folded.text().indexOf(words);
        return at >= 0
                ? Optional.of(place(at, at + words.length(), Alignment.NORMALISED))
                : mostly(Folded.of(quote).split());
    }

    private static int nearest(String text, String quote, int near) {
        int best = -1;
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) {
                best = at;
            }
        }
        return best;
    }

    private Place place(int from, int to, Alignment alignment) {
        int last = folded.origin(to - 1);
        return new Place(folded.origin(from), last + Character.charCount(text.codePointAt(last)), alignment);
    }

    /** The stretch of as many words that has most of the quote's, in their order. */
    private Optional<Place> mostly(List<Word> quote) {
        if (quote.size() < 3 || quote.size() > WORDS) {
            return Optional.empty();
        }
        List<Word> words = folded.split();
        int best = 0;
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            int common = common(quote, words.subList(i, Math.min(words.size(), i + quote.size())));
            if (common > best) {
                best = common;
                at = i;
            }
        }
        if (best < ENOUGH * quote.size()) {
            return Optional.empty();
        }
        Word end = words.get(Math.min(words.size(), at + quote.size()) - 1);
        return Optional.of(place(words.get(at).start(), end.end(), Alignment.FUZZY));
    }

    /** The length of the longest common subsequence. */
    private static int common(List<Word> one, List<Word> other) {
        int[] row = new int[other.size() + 1];
        for (Word word : one) {
            int diagonal = 0;
            for (int k = 1; k <= other.size(); k++) {
                int above = row[k];
                row[k] = word.text().equals(other.get(k - 1).text()) ? diagonal + 1 : Math.max(above, row[k - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }
}
