package io.crmkit.export;

import java.text.Normalizer;

/**
 * Any text as a cell of a spreadsheet file, and back.
 *
 * <p>What a spreadsheet could take for a formula, and what begins or ends with white space, gets an apostrophe in front;
 * so does what would look like that already. Halves of surrogate pairs and NUL, which no file can hold, are written
 * <code>&#92;ud83d</code>, and so is a backslash that would be read like one of these.
 */
final class Cells {
    private static final char GUARD = '\'';
    private static final int ESCAPE = 6;

    private Cells() {}

    /** The cell that says it. */
    static String of(String text) {
        return guarded(escaped(text));
    }

    /** With an apostrophe in front if it needs one. */
    static String guarded(String escaped) {
        return suspicious(escaped) || endsInSpace(escaped) ? GUARD + escaped : escaped;
    }

    /** With escapes for what no file can hold. */
    static String escaped(String text) {
        return escaped(text, "");
    }

    /** What a cell says, whoever wrote it. */
    static String text(String cell) {
        return unescaped(unguarded(cell));
    }

    static String unguarded(String cell) {
        boolean guarded = !cell.isEmpty() && cell.charAt(0) == GUARD && (suspicious(cell) || endsInSpace(cell));
        return guarded ? cell.substring(1) : cell.strip();
    }

    /** Whether a spreadsheet could take it for a formula, were it not for apostrophes in front. */
    static boolean suspicious(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == GUARD) {
            first++;
        }
        return first < text.length() && trigger(text.codePointAt(first));
    }

    /** Whether it begins a formula, or is something that may be left out in front of one. */
    static boolean trigger(int c) {
        int type = Character.getType(c);
        if (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || c == '\u2212') {
            return true;
        }
        String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return !folded.isEmpty() && "=+-@\u2212".indexOf(folded.charAt(0)) >= 0;
    }

    private static boolean endsInSpace(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.codePointBefore(text.length()));
    }

    /** With escapes for what no file can hold, and for some more characters. */
    static String escaped(String text, String more) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                plain.append(c).append(text.charAt(++i));
            } else if (c == 0 || Character.isSurrogate(c) || more.indexOf(c) >= 0 || escape(text, i) >= 0) {
                plain.append(escape(c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String escape(char c) {
        return "\\u" + Integer.toHexString(0x10000 + c).substring(1);
    }

    static String unescaped(String plain) {
        if (plain.indexOf('\\') < 0) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int escaped = escape(plain, i);
            text.append(escaped < 0 ? plain.charAt(i) : (char) escaped);
            i += escaped < 0 ? 0 : ESCAPE - 1;
        }
        return text.toString();
    }

    /** The character that an escape here stands for; -1 if here is none. */
    private static int escape(String text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = 16 * value + digit;
        }
        boolean ours = value == 0
                || "\\,;:".indexOf(value) >= 0
                || Character.isSurrogate((char) value)
                || Character.isWhitespace(value);
        return ours ? value : -1;
    }
}
