package io.crmkit.contact;

/**
 * One way in which the same line is written in two forms: numbers with this prefix and length whose digit at
 * {@code at} is one of {@code digits} match the form with {@code drop} digits taken out there and {@code insert} put in.
 *
 * @param length digits of the whole number, country code included
 * @since 0.1
 */
public record PhoneRule(String prefix, int length, int at, String digits, int drop, String insert) {
    /** Mexico: the 1 that WhatsApp puts after 52. */
    public static final PhoneRule MEXICO = new PhoneRule("521", 13, 2, "1", 1, "");
    /** Argentina: the 9 of mobiles, missing in the dialled form. Area codes begin with 1, 2 or 3. */
    public static final PhoneRule ARGENTINA = new PhoneRule("54", 12, 2, "123", 0, "9");
    /** Brazil: the ninth digit, missing in ids of older accounts. Parts beginning with 2 to 5 are landlines. */
    public static final PhoneRule BRAZIL = new PhoneRule("55", 12, 4, "6789", 0, "9");

    boolean covers(String number) {
        return number.length() == length && number.startsWith(prefix) && digits.indexOf(number.charAt(at)) >= 0;
    }

    String apply(String number) {
        return number.substring(0, at) + insert + number.substring(at + drop);
    }
}
