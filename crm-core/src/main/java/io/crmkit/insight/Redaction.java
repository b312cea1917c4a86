package io.crmkit.insight;

/**
 * Blanks numbers that no extractor outside the host needs: cards, bank accounts (CBU) and identity documents (DNI,
 * CUIT). Digit by digit, so that places stay where they are.
 */
final class Redaction {
    private static final char BLANK = '#';
    private static final String[] DOCUMENTS = {"dni", "documento", "cuit", "cuil", "cpf", "rg", "id", "ssn", "pasaporte"
    };

    private Redaction() {}

    static String of(String text) {
        StringBuilder blanked = null;
        for (int i = 0; i < text.length(); ) {
            if (!digit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = run(text, i);
            String digits = digits(text, i, end);
            if (personal(text, i, digits)) {
                blanked = blanked == null ? new StringBuilder(text) : blanked;
                for (int k = i; k < end; k++) {
                    if (digit(text.charAt(k))) {
                        blanked.setCharAt(k, BLANK);
                    }
                }
            }
            i = end;
        }
        return blanked == null ? text : blanked.toString();
    }

    /** Digits with single separators between them, as cards and accounts are written. */
    private static int run(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean joins = (c == ' ' || c == '-' || c == '.' || c == '\u00a0')
                    && end + 1 < text.length()
                    && digit(text.charAt(end + 1));
            if (!digit(c) && !joins) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean personal(String text, int at, String digits) {
        int n = digits.length();
        return n >= 13 && n <= 19 && luhn(digits)
                || n == 22
                || n >= 7 && n <= 11 && (cued(text, at) || n == 11 && cuit(digits));
    }

    private static boolean cued(String text, int at) {
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

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            d = i % 2 == 1 ? d * 2 : d;
            sum += d > 9 ? d - 9 : d;
        }
        return sum % 10 == 0;
    }

    private static boolean cuit(String digits) {
        if (digits.charAt(0) != '2' && digits.charAt(0) != '3') {
            return false;
        }
        int[] weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(10) - '0';
    }

    private static String digits(String text, int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (digit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
