package io.crmkit.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the match keys of identifiers, by rules that are data. Immutable.
 *
 * <p>Rules may be added; numbers stored before are found all the same, because the key as written is tried too.
 *
 * @since 0.1
 */
public final class Matching {
    private final List<PhoneRule> rules;

    private Matching(List<PhoneRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** With the rules of Argentina, Brazil and Mexico. */
    public static Matching standard() {
        return new Matching(List.of(PhoneRule.ARGENTINA, PhoneRule.BRAZIL, PhoneRule.MEXICO));
    }

    /** These rules and one more, which is tried after them. */
    public Matching with(PhoneRule rule) {
        List<PhoneRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Matching(more);
    }

    /** The key under which an identifier is stored when it is first seen. */
    public MatchKey canonical(Identifier identifier) {
        return key(identifier, folded(identifier));
    }

    /** The keys under which an identifier may already be stored, the one as written first. */
    public List<MatchKey> candidates(Identifier identifier) {
        String written = written(identifier);
        String folded = folded(identifier);
        return folded.equals(written)
                ? List.of(key(identifier, written))
                : List.of(key(identifier, written), key(identifier, folded));
    }

    private static MatchKey key(Identifier identifier, String value) {
        return new MatchKey(identifier.scheme(), identifier.scope(), value);
    }

    private static String written(Identifier identifier) {
        String value = identifier.value();
        if (identifier.scheme().equals(Scheme.PHONE)) {
            String digits = digits(value);
            return digits.isEmpty() ? value : digits;
        }
        return identifier.scheme().equals(Scheme.EMAIL) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        value.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private String folded(Identifier identifier) {
        String number = written(identifier);
        if (!identifier.scheme().equals(Scheme.PHONE)) {
            return number;
        }
        return rules.stream()
                .filter(rule -> rule.covers(number))
                .findFirst()
                .map(rule -> rule.apply(number))
                .orElse(number);
    }
}
