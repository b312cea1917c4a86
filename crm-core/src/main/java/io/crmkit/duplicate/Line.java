package io.crmkit.duplicate;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;

/**
 * A phone line, by the digits of a number as somebody wrote it.
 *
 * @param digits with the variants of its country folded and no zeros before it
 */
record Line(String digits) {
    static final int TAIL = 6;
    private static final int NATIONAL = 10;
    private static final int LOCAL = 8;

    static Line of(String written) {
        String digits = Matching.standard().canonical(Identifier.phone(written)).key();
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return new Line(digits.substring(from));
    }

    /** Whether it is long enough to be a number and not an extension. */
    boolean whole() {
        return digits.length() > TAIL && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** How it ends. */
    String tail() {
        return digits.substring(digits.length() - TAIL);
    }

    boolean sameTail(Line other) {
        return whole() && other.whole() && tail().equals(other.tail());
    }

    /** Whether it is the same number without what is dialled before it from elsewhere. */
    boolean variantOf(Line other) {
        if (!whole() || !other.whole() || digits.equals(other.digits)) {
            return false;
        }
        String shorter = digits.length() < other.digits.length() ? digits : other.digits;
        String longer = digits.length() < other.digits.length() ? other.digits : digits;
        if (shorter.length() == NATIONAL && shorter.startsWith("15") && longer.length() > NATIONAL) {
            // Argentina: 15 in place of the area code before a mobile number of the same town.
            shorter = shorter.substring(2);
        }
        return shorter.length() >= LOCAL && longer.endsWith(shorter);
    }

    /** Without the digits, which are personal. */
    @Override
    public String toString() {
        return "Line[]";
    }
}
