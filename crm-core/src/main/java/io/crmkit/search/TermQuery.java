package io.crmkit.search;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.search.Term.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody typed to find a contact. A contact is found if each word begins a word of its names, or one of its phone
 * numbers ends with the digits, in any notation, or another of its addresses is the text.
 *
 * @param name a contact called like this has them all; empty if no name is like it
 * @param address a contact with such an address has one of them
 * @since 0.1
 */
public record TermQuery(Set<Term> name, Set<Term> address) {
    private static final int LONGEST_ADDRESS = 256;
    private static final int MOST_DIGITS = 20;

    public TermQuery {
        name = Set.copyOf(name);
        address = Set.copyOf(address);
    }

    /** @param country in which a phone number without a country code is read */
    public static TermQuery of(String text, String country) {
        String typed = text.strip();
        Set<Term> address = new HashSet<>();
        if (!typed.isEmpty() && typed.length() <= LONGEST_ADDRESS) {
            address.add(new Term(Kind.ADDRESS, Words.folded(typed)));
            phone(typed, country, address);
        }
        return new TermQuery(name(typed), address);
    }

    /** Whether a contact of which these are all terms is found. */
    public boolean finds(Set<Term> terms) {
        return byName(terms) || address.stream().anyMatch(terms::contains);
    }

    boolean byName(Set<Term> terms) {
        return !name.isEmpty() && terms.containsAll(name);
    }

    private static Set<Term> name(String typed) {
        Set<String> words = Words.of(typed);
        Set<Term> name = new HashSet<>();
        if (words.size() <= Term.MOST_WORDS) {
            for (String word : words) {
                name.add(Term.beginning(word));
            }
        }
        return name;
    }

    private static void phone(String typed, String country, Set<Term> into) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" +-()./\u00a0\u2010\u2011\u2013".indexOf(c) < 0) {
                return;
            }
        }
        if (digits.length() < Term.FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            return;
        }
        into.add(new Term(Kind.PHONE, digits.toString()));
        into.add(new Term(Kind.PHONE, canonical(digits.toString())));
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            String number = phones.format(phones.parse(typed, country), PhoneNumberFormat.E164);
            into.add(new Term(Kind.PHONE, canonical(number.substring(1))));
        } catch (NumberParseException notAWholeNumber) {
            // Its digits are looked for all the same.
            return;
        }
    }

    private static String canonical(String number) {
        return Matching.standard().canonical(Identifier.phone(number)).key();
    }

    /** Without what was typed, which may be personal. */
    @Override
    public String toString() {
        return "TermQuery[]";
    }
}
