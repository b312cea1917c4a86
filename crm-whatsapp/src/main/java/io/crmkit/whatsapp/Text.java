package io.crmkit.whatsapp;

import org.jspecify.annotations.Nullable;

/** Checks and mends texts by hand, since no regular expression goes over what customers write. */
final class Text {
    private static final char UNREADABLE = '\uFFFD';

    private Text() {}

    /** The text with a mark in place of NUL and of halves of characters, which not every database can store. */
    static String clean(String text) {
        if (text.indexOf(0) < 0 && wellFormed(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(c == 0 || lone(text, i) ? UNREADABLE : c);
        }
        return clean.toString();
    }

    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lone(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character there is half of one that lacks its other half. */
    static boolean lone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** At most so long, never ending in half a character. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    /** Whether it can be an id: printable ASCII without spaces. */
    static boolean isId(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** Whether it can be a phone number: 3 to 20 digits, and between them no more than people write. */
    static boolean isPhone(String text) {
        long digits = text.chars().filter(Text::digit).count();
        boolean plain = text.length() <= 40
                && text.chars().skip(text.startsWith("+") ? 1 : 0).allMatch(c -> digit(c) || " -().".indexOf(c) >= 0);
        return plain && digits >= 3 && digits <= 20;
    }

    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(Text::digit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The word in small letters if it is one of 1 to 40 of {@code a-z 0-9 _}, else the other. */
    static String word(@Nullable String text, String otherwise) {
        if (text == null || text.isEmpty() || text.length() > 40) {
            return otherwise;
        }
        StringBuilder word = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char small = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (!(small >= 'a' && small <= 'z' || digit(small) || small == '_')) {
                return otherwise;
            }
            word.append(small);
        }
        return word.toString();
    }
}
