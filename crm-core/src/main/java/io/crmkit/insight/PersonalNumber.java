package io.crmkit.insight;

/**
 * Numbers that are known by how they are made: cards (ISO/IEC 7812: the issuer's first digits, lengths, Luhn's check
 * digit), Argentine bank accounts (CBU, BCRA Com. A 2622), tax numbers of Argentina (CUIT, CUIL) and Brazil (CPF).
 */
final class PersonalNumber {
    private static final int[] CUIT = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] BRANCH = {7, 1, 3, 9, 7, 1, 3};
    private static final int[] ACCOUNT = {3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3};

    private PersonalNumber() {}

    static boolean card(CharSequence digits) {
        return issued(digits) && luhn(digits);
    }

    private static boolean issued(CharSequence digits) {
        int two = number(digits, 0, 2);
        return switch (digits.length()) {
            case 13 -> two / 10 == 4;
            case 14 -> two == 30 || two == 36 || two == 38 || two == 39;
            case 15 -> two == 34 || two == 37;
            case 16 -> two / 10 >= 4 && two / 10 <= 6 || two == 35 || mastercard(number(digits, 0, 4));
            case 17, 18 -> two / 10 == 6;
            case 19 -> two / 10 == 4 || two / 10 == 6;
            default -> false;
        };
    }

    private static boolean mastercard(int four) {
        return four >= 2221 && four <= 2720;
    }

    private static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            d = i % 2 == 1 ? d * 2 : d;
            sum += d > 9 ? d - 9 : d;
        }
        return sum % 10 == 0;
    }

    static boolean account(CharSequence digits) {
        return digits.length() == 22 && checks(digits, 0, BRANCH, 10) && checks(digits, 8, ACCOUNT, 10);
    }

    static boolean cuit(CharSequence digits) {
        char first = digits.charAt(0);
        return digits.length() == 11 && (first == '2' || first == '3') && checks(digits, 0, CUIT, 11);
    }

    static boolean cpf(CharSequence digits) {
        return digits.length() == 11
                && digits.chars().distinct().count() > 1
                && brazilian(digits, 9)
                && brazilian(digits, 10);
    }

    private static boolean brazilian(CharSequence digits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (length + 1 - i) * (digits.charAt(i) - '0');
        }
        return sum * 10 % 11 % 10 == digits.charAt(length) - '0';
    }

    /** Whether the digit behind the weighed ones is what is left of the modulus. */
    private static boolean checks(CharSequence digits, int from, int[] weights, int modulus) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(from + i) - '0');
        }
        return (modulus - sum % modulus) % modulus == digits.charAt(from + weights.length) - '0';
    }

    private static int number(CharSequence digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + digits.charAt(i) - '0';
        }
        return number;
    }
}
