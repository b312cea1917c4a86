package io.crmkit.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes text apart into words for searching: runs of letters and digits in lower case, without accents. An ideograph is
 * a word of its own. Time is linear in the text.
 *
 * @since 0.1
 */
public final class Words {
    private Words() {}

    /** One word and where it stands in the text. */
    record Placed(String word, int from, int to) {}

    /** The distinct words of a text, in its order. */
    public static Set<String> of(@Nullable String text) {
        Set<String> words = new LinkedHashSet<>();
        placed(text).forEach(placed -> words.add(placed.word()));
        return words;
    }

    /** The text in lower case without accents, nothing else changed. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(point -> append(folded, point));
        return folded.toString();
    }

    static List<Placed> placed(@Nullable String text) {
        List<Placed> words = new ArrayList<>();
        if (text == null) {
            return words;
        }
        StringBuilder word = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean alone = Character.isIdeographic(point);
            boolean part = inWord(point);
            if (word.length() > 0 && (alone || !part)) {
                words.add(new Placed(word.toString(), from, i));
                word.setLength(0);
            }
            if (part) {
                from = word.length() == 0 ? i : from;
                word.append(point < 128 ? lower(point) : folded(text.substring(i, next)));
            }
            if (alone && word.length() > 0) {
                words.add(new Placed(word.toString(), from, next));
                word.setLength(0);
            }
            i = next;
        }
        if (word.length() > 0) {
            words.add(new Placed(word.toString(), from, text.length()));
        }
        return words;
    }

    private static char lower(int ascii) {
        return (char) (ascii >= 'A' && ascii <= 'Z' ? ascii + 32 : ascii);
    }

    private static boolean inWord(int point) {
        return Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
    }

    private static void append(StringBuilder folded, int point) {
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
            default -> folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(point)));
        }
    }
}
