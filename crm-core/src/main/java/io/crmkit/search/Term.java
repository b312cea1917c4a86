package io.crmkit.search;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Scheme;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a contact is found by: the beginning of a word of a name, the end of a phone number, or another address whole.
 * Storage keeps only keyed hashes of terms.
 *
 * @since 0.1
 */
public record Term(Kind kind, String text) {
    /** The version of what terms and words are made of what; storage that has others rebuilds them. */
    public static final int VERSION = 3;

    /** The longest beginning of a word; longer words are the same if they begin with the same so many letters. */
    static final int LONGEST = 16;

    /** The shortest end of a phone number. */
    static final int FEWEST_DIGITS = 4;

    /** No name has more words that count. */
    static final int MOST_WORDS = 16;

    /** What part of a contact a term is of. */
    public enum Kind {
        NAME,
        PHONE,
        ADDRESS,
        /** That there is an address of a scheme at all. */
        SCHEME
    }

    /** Of what a contact is called. */
    public static Set<Term> of(Naming naming) {
        Set<Term> terms = new HashSet<>();
        for (String word : words(naming)) {
            int length = word.codePointCount(0, word.length());
            for (int size = Math.min(2, length); size <= Math.min(length, LONGEST); size++) {
                terms.add(new Term(Kind.NAME, word.substring(0, word.offsetByCodePoints(0, size))));
            }
        }
        return terms;
    }

    private static Collection<String> words(Naming naming) {
        Set<String> words = new LinkedHashSet<>();
        if (naming.displayName() != null) {
            words.addAll(Words.of(naming.displayName().value()));
        }
        if (naming.username() != null) {
            words.addAll(Words.of(naming.username().value()));
        }
        return words.stream().limit(MOST_WORDS).toList();
    }

    /** Of a name that has a word begin like this. */
    public static Term beginning(String word) {
        boolean cut = word.codePointCount(0, word.length()) > LONGEST;
        return new Term(Kind.NAME, cut ? word.substring(0, word.offsetByCodePoints(0, LONGEST)) : word);
    }

    /** Of holding an address of a scheme, whichever it is. */
    public static Term held(Scheme scheme) {
        return new Term(Kind.SCHEME, scheme.name());
    }

    /** Of the addresses a contact holds. */
    public static Set<Term> of(Collection<Identifier> identifiers) {
        Set<Term> terms = new HashSet<>();
        for (Identifier identifier : identifiers) {
            terms.add(new Term(Kind.ADDRESS, Words.folded(identifier.value())));
            terms.add(held(identifier.scheme()));
            if (identifier.scheme().equals(Scheme.PHONE)) {
                String number = Matching.standard().canonical(identifier).key();
                for (int size = FEWEST_DIGITS; size <= number.length(); size++) {
                    terms.add(new Term(Kind.PHONE, number.substring(number.length() - size)));
                }
            }
        }
        return terms;
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "Term[" + kind + "]";
    }
}
