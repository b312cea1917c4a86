package io.crmkit.ai.rules;

import java.text.Normalizer;
import java.util.Locale;

/** Letters without case and accents, so that "Mañana" and "manana" are one word. */
final class Letters {
    private static final char[] PLAIN = new char[0x250];

    static {
        for (char letter = 0; letter < PLAIN.length; letter++) {
            String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
            PLAIN[letter] = Normalizer.normalize(lower, Normalizer.Form.NFD).charAt(0);
        }
    }

    private Letters() {}

    static char plain(char letter) {
        return letter < PLAIN.length ? PLAIN[letter] : Character.toLowerCase(letter);
    }

    static boolean accent(char mark) {
        return mark >= 0x300 && mark < 0x370;
    }

    /** An apostrophe within a word, as in "I'm". */
    static boolean apostrophe(char mark) {
        return mark == '\'' || mark == '\u2019' || mark == '\u00b4';
    }

    /** Plain letters and digits of a text, the rest as it is. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!accent(text.charAt(i))) {
                plain.append(plain(text.charAt(i)));
            }
        }
        return plain.toString();
    }
}
