package io.crmkit.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Text in columns of a terminal: as wide as it is drawn, and nothing in it that steers the terminal. */
final class Columns {
    private Columns() {}

    /** What may be printed: control and steering characters are gone, every white space is a blank. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (c == 0x200D
                    || type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** How many columns it takes; an emoji takes two, what is joined to the character before it none. */
    static int width(String text) {
        int width = 0;
        boolean joined = false;
        for (int c : text.codePoints().toArray()) {
            int own = joined ? 0 : width(c);
            // A selector turns the symbol before it into an emoji.
            width += c == 0xFE0F ? 1 : own;
            joined = c == 0x200D;
        }
        return width;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || c >= 0x1F3FB && c <= 0x1F3FF;
        if (mark) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF
                || c == 0x2728
                || c == 0x2705
                || c == 0x274C
                || c == 0x2B50;
        return wide ? 2 : 1;
    }

    static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - width(cut));
    }

    static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(columns - width(cut)) + cut;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(kept + Character.toString(c)) > columns - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text in lines of at most so many columns, broken between words where there are any. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text, columns)) {
            if (!line.isEmpty() && width(line + " " + word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> words(String text, int columns) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean full = width(word + Character.toString(c)) > columns;
            if ((c == ' ' || full) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (c != ' ') {
                word.appendCodePoint(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
