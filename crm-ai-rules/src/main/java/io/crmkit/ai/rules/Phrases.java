package io.crmkit.ai.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases to be found in texts, all in one pass.
 *
 * <p>In a phrase {@code a|b} is a choice, {@code [x]} may be missing, {@code gusta~} begins with these letters, {@code *}
 * is any word, {@code #} any number, {@code no_me} two words in a choice.
 */
final class Phrases {
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_STEM = 14;
    private final Step first = new Step();

    private static final class Step {
        private final Map<String, Step> words = new HashMap<>();
        private final Map<String, Step> stems = new HashMap<>();
        private final List<Hit> meanings = new ArrayList<>(1);
        /** A bit for the first letters of each stem, so that most words need no look further. */
        private long begins;

        private @Nullable Step any;
        private @Nullable Step number;
    }

    void add(Meaning meaning, String code, String phrase) {
        add(new Hit(meaning, code, 0, 0), List.of(Lines.cut(phrase, ' ')), 0, first);
    }

    private static void add(Hit meaning, List<String> parts, int next, Step step) {
        if (next == parts.size()) {
            if (!step.meanings.contains(meaning)) {
                step.meanings.add(meaning);
            }
            return;
        }
        String part = parts.get(next);
        boolean optional = part.startsWith("[");
        if (optional) {
            add(meaning, parts, next + 1, step);
            part = part.substring(1, part.length() - 1);
        }
        for (String choice : Lines.cut(part, '|')) {
            Step end = step;
            for (String word : Lines.cut(choice, '_')) {
                end = follow(end, word);
            }
            add(meaning, parts, next + 1, end);
        }
    }

    /** Adds a name as the business writes it; its words may stand in the plural. */
    void name(Meaning meaning, String code, List<String> words) {
        Step step = first;
        for (String word : words) {
            Step next = step.words.computeIfAbsent(word, plain -> new Step());
            step.words.putIfAbsent(word + "s", next);
            step.words.putIfAbsent(word + "es", next);
            step = next;
        }
        Hit hit = new Hit(meaning, code, 0, 0);
        if (!words.isEmpty() && !step.meanings.contains(hit)) {
            step.meanings.add(hit);
        }
    }

    private static Step follow(Step step, String word) {
        if (word.equals("*")) {
            step.any = step.any == null ? new Step() : step.any;
            return step.any;
        }
        if (word.equals("#")) {
            step.number = step.number == null ? new Step() : step.number;
            return step.number;
        }
        if (word.endsWith("~")) {
            String stem = word.substring(0, word.length() - 1);
            step.begins |= bit(stem);
            return step.stems.computeIfAbsent(stem, begun -> new Step());
        }
        return step.words.computeIfAbsent(word, plain -> new Step());
    }

    private static long bit(String stem) {
        return 1L << (stem.charAt(0) * 7 + stem.charAt(1) * 31 + stem.charAt(2) & 63);
    }

    void find(Words words, Hits hits) {
        for (int start = 0; start < words.size(); start++) {
            find(first, words, start, start, hits);
        }
    }

    private static void find(Step step, Words words, int start, int at, Hits hits) {
        for (Hit meaning : step.meanings) {
            hits.add(new Hit(meaning.meaning(), meaning.code(), start, at));
        }
        if (at == words.size()) {
            return;
        }
        Word word = words.at(at);
        Step next = step.words.get(word.plain());
        if (next != null) {
            find(next, words, start, at + 1, hits);
        }
        if (step.any != null && word.letters()) {
            find(step.any, words, start, at + 1, hits);
        }
        if (step.number != null && word.digits()) {
            find(step.number, words, start, at + 1, hits);
        }
        if (step.begins != 0
                && word.plain().length() >= SHORTEST_STEM
                && (step.begins & bit(word.plain())) != 0
                && word.letters()) {
            int longest = Math.min(LONGEST_STEM, word.plain().length());
            for (int length = SHORTEST_STEM; length <= longest; length++) {
                Step stem = step.stems.get(word.plain().substring(0, length));
                if (stem != null) {
                    find(stem, words, start, at + 1, hits);
                }
            }
        }
    }
}
