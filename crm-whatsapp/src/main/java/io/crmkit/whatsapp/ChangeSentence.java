package io.crmkit.whatsapp;

/**
 * Reads the sentence "User … changed from OLD to NEW", which until August 2026 was the only place of the old id. It is
 * read from its end, since the customer's own name stands before and may hold any words.
 */
final class ChangeSentence {
    private static final String FROM = " from ";
    private static final String TO = " to ";

    private ChangeSentence() {}

    /** The old address; nobody's if the sentence is another or does not end in what the address is now. */
    static Address read(String sentence, Address now) {
        String bare = sentence.strip();
        int to = bare.lastIndexOf(TO);
        int from = to < 0 ? -1 : bare.lastIndexOf(FROM, to - 1);
        if (from < 0 || from + FROM.length() > to) {
            return Address.NOBODY;
        }
        String old = bare.substring(from + FROM.length(), to);
        String fresh = bare.substring(to + TO.length());
        if (fresh.equals(now.userId()) && isUserId(old)) {
            return new Address(null, old, null);
        }
        return fresh.equals(now.phone()) && Text.isPhone(old) ? new Address(old, null, null) : Address.NOBODY;
    }

    private static boolean isUserId(String word) {
        return Text.isId(word, 256) && word.indexOf('.') == 2;
    }
}
