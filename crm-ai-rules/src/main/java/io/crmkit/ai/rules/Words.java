package io.crmkit.ai.rules;

import io.crmkit.ai.rules.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/** A text cut into words, once and from left to right. */
final class Words {
    private static final Word NOTHING = new Word("", 0, 0, Kind.SIGN);
    private final String text;
    private final List<Word> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        Words words = new Words(text);
        for (int at = 0; at < text.length(); ) {
            at = words.cut(at);
        }
        return words;
    }

    private int cut(int start) {
        char first = text.charAt(start);
        if (Character.isLetter(first)) {
            return letters(start);
        }
        if (first >= '0' && first <= '9') {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return add(text.substring(start, end), start, end, Kind.DIGITS);
        }
        int end = start + Character.charCount(text.codePointAt(start));
        boolean skipped = first != '\n' && (Character.isWhitespace(first) || Character.isSpaceChar(first))
                || Character.getType(text.codePointAt(start)) == Character.FORMAT
                || Character.getType(first) == Character.NON_SPACING_MARK;
        return skipped ? end : add(text.substring(start, end), start, end, Kind.SIGN);
    }

    private int letters(int start) {
        StringBuilder plain = new StringBuilder();
        int end = start;
        while (end < text.length()) {
            char next = text.charAt(end);
            if (Character.isLetter(next)) {
                append(plain, Letters.plain(next));
            } else if (!Letters.accent(next) && !(Letters.apostrophe(next) && letterAt(end + 1))) {
                break;
            }
            end++;
        }
        return add(plain.toString(), start, end, Kind.LETTERS);
    }

    private boolean letterAt(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    /** A letter thrice in a row is emphasis: "graciaaas". */
    private static void append(StringBuilder plain, char letter) {
        int size = plain.length();
        if (size < 2 || plain.charAt(size - 1) != letter || plain.charAt(size - 2) != letter) {
            plain.append(letter);
        }
    }

    private int add(String plain, int start, int end, Kind kind) {
        words.add(new Word(plain, start, end, kind));
        return end;
    }

    int size() {
        return words.size();
    }

    /** The word at a place; an empty sign beyond both ends. */
    Word at(int index) {
        return index < 0 || index >= words.size() ? NOTHING : words.get(index);
    }

    String text() {
        return text;
    }

    /** The words from one place to another, as they were written. */
    String said(int from, int to) {
        return text.substring(at(from).start(), at(to - 1).end());
    }

    /** Whether nothing stands between this word and the one before. */
    boolean joined(int index) {
        return index > 0 && index < size() && at(index - 1).end() == at(index).start();
    }

    boolean capital(int index) {
        Word word = at(index);
        return word.letters() && Character.isUpperCase(text.charAt(word.start()));
    }

    /** Whether capitals say nothing here, because all is written in them. */
    boolean shouted() {
        int letters = 0;
        int small = 0;
        for (int i = 0; i < text.length() && letters < 400; i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters++;
                small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
            }
        }
        return letters > 6 && small * 5 < letters;
    }

    /** The first place of the clause in which the word stands. */
    int clauseStart(int index) {
        int at = index;
        while (at > 0 && index - at < 40 && !breaks(at - 1)) {
            at--;
        }
        return at;
    }

    /** The place after the last word of the clause in which the word stands. */
    int clauseEnd(int index) {
        int at = index;
        while (at < size() && at - index < 40 && !breaks(at)) {
            at++;
        }
        return at;
    }

    /** A dot between two digits or letters without space belongs to them. */
    private boolean breaks(int index) {
        return at(index).stop()
                && !(joined(index) && joined(index + 1) && at(index).is("."));
    }
}
