package io.crmkit.ai.rules;

/**
 * A word, a number or a sign of a message.
 *
 * @param plain without case, accents and apostrophes, long drawn letters shortened
 * @param start in the message, in UTF-16 units
 * @param end exclusive
 */
record Word(String plain, int start, int end, Kind kind) {
    enum Kind {
        LETTERS,
        DIGITS,
        /** One character, or one emoji. */
        SIGN
    }

    boolean letters() {
        return kind == Kind.LETTERS;
    }

    boolean digits() {
        return kind == Kind.DIGITS;
    }

    boolean is(String text) {
        return plain.equals(text);
    }

    /** Whether it ends a clause. */
    boolean stop() {
        return kind == Kind.SIGN && ".;!?\n¡¿".indexOf(plain.charAt(0)) >= 0;
    }

    boolean comma() {
        return is(",") || is("(") || is(")") || is(":") || is("-");
    }
}
