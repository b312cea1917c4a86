package io.crmkit.insight;

/**
 * Blanks numbers that no extractor outside the host needs: cards, bank accounts and identity documents, also where other
 * digits follow them. Digit by digit, so that places stay where they are. In doubt it blanks: a model that sees one
 * number less does less harm than one that sees a card.
 */
final class Redaction {
    private static final char BLANK = '#';
    private static final int ACCOUNT = 22;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int TAX_NUMBER = 11;
    private static final int SHORTEST_DOCUMENT = 7;
    private static final int SEPARATORS = 3;
    private static final String[] DOCUMENTS = {"dni", "documento", "cuit", "cuil", "cpf", "rg", "id", "ssn", "pasaporte"
    };

    private final String text;
    private final StringBuilder blanked;

    private Redaction(String text) {
        this.text = text;
        this.blanked = new StringBuilder(text);
    }

    static String of(String text) {
        Redaction redaction = null;
        for (int i = 0; i < text.length(); ) {
            if (!digit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = run(text, i);
            if (end - i >= SHORTEST_DOCUMENT) {
                redaction = redaction == null ? new Redaction(text) : redaction;
                redaction.look(i, end);
            }
            i = end;
        }
        return redaction == null ? text : redaction.blanked.toString();
    }

    /** Groups of digits with little between them, as cards and accounts are written. */
    private static int run(String text, int from) {
        int end = from;
        for (int i = from; i < text.length() && i <= end + SEPARATORS; i++) {
            if (digit(text.charAt(i))) {
                end = i + 1;
            } else if (!separates(text.charAt(i))) {
                break;
            }
        }
        return end;
    }

    private static boolean separates(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '\u00a0' || c == '\u2013' || c == '\n' || c == '\t';
    }

    private void look(int from, int to) {
        int[] places = new int[to - from];
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (digit(text.charAt(i))) {
                places[digits.length()] = i;
                digits.append(text.charAt(i));
            }
        }
        int n = digits.length();
        for (int start = 0; start < n; start++) {
            for (int length = SHORTEST_CARD; length <= LONGEST_CARD && start + length <= n; length++) {
                if (written(places, start, length, n, true)
                        && PersonalNumber.card(digits.subSequence(start, start + length))) {
                    blank(places, start, length);
                }
            }
            if (start + ACCOUNT <= n && account(places, start, digits)) {
                blank(places, start, ACCOUNT);
            }
            if (start + TAX_NUMBER <= n && taxNumber(places, start, digits)) {
                blank(places, start, TAX_NUMBER);
            }
        }
        if (cued(from)) {
            document(places, n);
        }
    }

    private boolean account(int[] places, int start, CharSequence digits) {
        int n = digits.length();
        return written(places, start, ACCOUNT, n, true)
                && (n == ACCOUNT && solid(places, start, ACCOUNT)
                        || PersonalNumber.account(digits.subSequence(start, start + ACCOUNT)));
    }

    /** A CPF only in its own notation: mobile numbers of Brazil have as many digits. */
    private boolean taxNumber(int[] places, int start, CharSequence digits) {
        CharSequence number = digits.subSequence(start, start + TAX_NUMBER);
        return written(places, start, TAX_NUMBER, digits.length(), false)
                && (PersonalNumber.cuit(number)
                        || text.charAt(places[start + 3] - 1) == '.'
                                && text.charAt(places[start + 9] - 1) == '-'
                                && PersonalNumber.cpf(number));
    }

    /** What follows a word for it: as many whole groups as a document may have. */
    private void document(int[] places, int n) {
        int length = 0;
        for (int k = 1; k <= Math.min(n, TAX_NUMBER); k++) {
            if (k == n || places[k] != places[k - 1] + 1) {
                length = k;
            }
        }
        if (length >= SHORTEST_DOCUMENT) {
            blank(places, 0, length);
        }
    }

    /** Whether somebody may have written these digits as one number: whole groups, or a part of a group if it may be. */
    private static boolean written(int[] places, int start, int length, int n, boolean within) {
        boolean begins = start == 0 || places[start] != places[start - 1] + 1;
        boolean ends = start + length == n || places[start + length] != places[start + length - 1] + 1;
        return begins && ends || within && solid(places, start, length);
    }

    private static boolean solid(int[] places, int start, int length) {
        return places[start + length - 1] - places[start] == length - 1;
    }

    private void blank(int[] places, int start, int length) {
        for (int i = start; i < start + length; i++) {
            blanked.setCharAt(places[i], BLANK);
        }
    }

    private boolean cued(int at) {
        String before = Folded.words(text.substring(Math.max(0, at - 24), at));
        for (String word : DOCUMENTS) {
            int found = before.lastIndexOf(word);
            if (found >= 0
                    && (found == 0 || !Character.isLetter(before.charAt(found - 1)))
                    && (found + word.length() == before.length()
                            || !Character.isLetter(before.charAt(found + word.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
