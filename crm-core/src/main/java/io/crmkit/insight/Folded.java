package io.crmkit.insight;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text without what does not matter for finding words in it: Unicode form, accents, case, kind and amount of space.
 * Each character knows where it came from.
 */
final class Folded {
    private final String text;
    private final int[] from;

    private Folded(String text, int[] from) {
        this.text = text;
        this.from = from;
    }

    static Folded of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] from = new int[text.length() * 2 + 1];
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String plain = fold(c);
            boolean space = plain.equals(" ");
            if (!plain.isEmpty() && !(space && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' '))) {
                if (folded.length() + plain.length() >= from.length) {
                    from = Arrays.copyOf(from, from.length * 2 + plain.length());
                }
                for (int k = 0; k < plain.length(); k++) {
                    from[folded.length() + k] = i;
                }
                folded.append(plain);
            }
            i += Character.charCount(c);
        }
        return new Folded(folded.toString(), from);
    }

    private static String fold(int c) {
        if (c < 0x80) {
            return c <= ' ' ? " " : String.valueOf((char) Character.toLowerCase(c));
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return " ";
        }
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        apart.codePoints()
                .filter(p ->
                        Character.getType(p) != Character.NON_SPACING_MARK && Character.getType(p) != Character.FORMAT)
                .map(Character::toLowerCase)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Folded, without space around it. */
    static String words(String text) {
        return of(text).text.strip();
    }

    String text() {
        return text;
    }

    /** Where a character came from. */
    int origin(int position) {
        return from[position];
    }

    /** A stretch of letters or digits. */
    record Word(String text, int start, int end) {}

    List<Word> split() {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (within && start < 0) {
                start = i;
            } else if (!within && start >= 0) {
                words.add(new Word(text.substring(start, i), start, i));
                start = -1;
            }
        }
        return words;
    }
}
