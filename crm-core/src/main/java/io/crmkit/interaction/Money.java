package io.crmkit.interaction;

import java.math.BigDecimal;

/**
 * An exact amount in a currency.
 *
 * @param amount at most 18 digits before the point and 6 after it; written without zeros at the end
 * @param currency ISO 4217
 * @since 0.1
 */
public record Money(BigDecimal amount, String currency) {
    private static final int BEFORE = 18;
    private static final int AFTER = 6;

    public Money {
        amount = plain(amount);
        if (amount.scale() > AFTER || amount.precision() - amount.scale() > BEFORE) {
            throw new IllegalArgumentException("An amount has at most 18 digits before the point and 6 after it");
        }
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("A currency is three capital letters, such as ARS");
        }
    }

    /**
     * @param amount such as {@code 12500.50}
     * @throws IllegalArgumentException if it is not a number
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** A number as it is written: no exponent and no zeros at the end of the fraction. */
    public static BigDecimal plain(BigDecimal number) {
        if (number.scale() > 1_000 || number.scale() < -1_000) {
            throw new IllegalArgumentException("An amount has at most 18 digits before the point and 6 after it");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
