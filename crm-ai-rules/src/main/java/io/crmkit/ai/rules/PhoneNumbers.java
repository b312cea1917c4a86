package io.crmkit.ai.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.FactValue;
import java.util.Optional;

/** Digits as a phone number of the business's country, or of the one they name. */
final class PhoneNumbers {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * @param spokenOf whether a phone is spoken of, which lets local and unassigned numbers pass
     * @param brazilian whether they write Portuguese, so that a number that is none here may be one of Brazil
     */
    static Optional<FactValue.Phone> read(
            String said,
            BusinessContext business,
            boolean spokenOf,
            boolean landline,
            boolean mobile,
            boolean brazilian) {
        Optional<PhoneNumber> number = valid(said, business.country());
        if (number.isEmpty() && brazilian) {
            number = valid(said, "BR");
        }
        if (number.isEmpty() && said.startsWith("00")) {
            number = valid("+" + said.substring(2), business.country());
        }
        if (number.isEmpty() && spokenOf && !said.startsWith("+")) {
            number = local(digits(said), business);
        }
        if (number.isEmpty() && (spokenOf || said.startsWith("+"))) {
            number = parse(said, business.country()).filter(PhoneNumbers::possible);
        }
        return number.map(found -> PHONES.format(found, PhoneNumberFormat.E164))
                .map(e164 -> asMobile(e164, landline, mobile))
                .filter(e164 -> e164.length() >= 8 && e164.length() <= 16)
                .map(FactValue.Phone::new);
    }

    private static Optional<PhoneNumber> valid(String said, String country) {
        return parse(said, country).filter(PHONES::isValidNumber);
    }

    private static boolean possible(PhoneNumber number) {
        return PHONES.isPossibleNumber(number)
                && String.valueOf(number.getNationalNumber()).length() >= 8;
    }

    private static Optional<PhoneNumber> local(String digits, BusinessContext business) {
        String area = business.areaCode();
        if (area.isEmpty() || digits.length() > 10) {
            return Optional.empty();
        }
        boolean argentineMobile = business.country().equals("AR") && digits.startsWith("15") && digits.length() >= 8;
        return argentineMobile
                ? valid("+549" + area + digits.substring(2), "AR")
                : valid(area + digits, business.country());
    }

    private static String digits(String said) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < said.length(); i++) {
            if (Character.isDigit(said.charAt(i))) {
                digits.append(said.charAt(i));
            }
        }
        return digits.toString();
    }

    private static Optional<PhoneNumber> parse(String said, String country) {
        try {
            return Optional.of(PHONES.parse(said, country));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /**
     * The 9 of Argentine and of Brazilian mobiles is left out as often as not. A landline of Buenos Aires begins with 4,
     * one of Brazil with 2 to 5.
     */
    private static String asMobile(String e164, boolean landline, boolean mobile) {
        if (landline) {
            return e164;
        }
        if (e164.startsWith("+54") && e164.length() == 13 && "123".indexOf(e164.charAt(3)) >= 0) {
            boolean fixed = e164.startsWith("+54114") && !mobile;
            return fixed ? e164 : "+549" + e164.substring(3);
        }
        if (e164.startsWith("+55") && e164.length() == 13 && "6789".indexOf(e164.charAt(5)) >= 0) {
            return e164.substring(0, 5) + "9" + e164.substring(5);
        }
        return e164;
    }
}
