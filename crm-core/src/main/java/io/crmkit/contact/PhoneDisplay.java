package io.crmkit.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * The form of a phone number that people read: the third of its values beside the address to send to and the match key.
 *
 * @since 0.1
 */
public final class PhoneDisplay {
    private PhoneDisplay() {}

    /** International form with the spacing of the country, or the value itself if it is no phone number. */
    public static String of(Identifier identifier) {
        String value = identifier.value();
        if (!identifier.scheme().equals(Scheme.PHONE)) {
            return value;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            String number = Matching.standard().canonical(identifier).key();
            PhoneNumber parsed = phones.parse("+" + number, null);
            return phones.isPossibleNumber(parsed) ? phones.format(parsed, PhoneNumberFormat.INTERNATIONAL) : value;
        } catch (NumberParseException notAPhone) {
            return value;
        }
    }

    /**
     * The number that somebody wrote down in any notation; empty if it is none.
     *
     * @param country in which numbers without country code are; ISO 3166 alpha-2
     */
    public static Optional<Identifier> read(String written, String country) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        if (written.length() > 40) {
            return Optional.empty();
        }
        try {
            PhoneNumber parsed = phones.parse(written, country);
            return phones.isPossibleNumber(parsed)
                    ? Optional.of(Identifier.phone(phones.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notAPhone) {
            return Optional.empty();
        }
    }
}
