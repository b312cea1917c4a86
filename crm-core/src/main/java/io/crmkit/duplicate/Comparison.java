package io.crmkit.duplicate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what two contacts have in common, in bits of evidence, after I. P. Fellegi and A. B. Sunter, A theory for record
 * linkage (1969). Where an address is shared, the other explanation is a family or a firm, so given names decide; where
 * only a name is, it is a namesake, so it counts how rare the words are (frequency-based matching, W. E. Winkler, 1989).
 */
final class Comparison {
    private static final double AS_ONE = 6;
    private static final double VARIANT = 3.5;
    private static final double EMAIL = 2;
    private static final double PHONE = 1.5;
    private static final double TAIL = -1;
    private static final double SHARED = 2.5;

    /** Of twenty contacts one has a duplicate of which nothing but the name tells: the odds before it is known. */
    private static final double SHARE = 0.05;

    private final Census census;
    private final Map<String, Integer> sharers;

    /** @param sharers how many share an address or the end of a number; not of those that too many share */
    Comparison(Census census, Map<String, Integer> sharers) {
        this.census = census;
        this.sharers = sharers;
    }

    Resemblance of(Traits one, Traits other, boolean statedAsOne) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Set<String> evidence = new TreeSet<>();
        double address = address(one, other, statedAsOne, reasons, evidence);
        Named named = names(one.names(), other.names());
        boolean shared = !reasons.isEmpty();
        double weight = shared ? Math.max(address + named.within, named.alone) : named.alone;
        if (named.reason != null) {
            reasons.add(named.reason);
        }
        one.names().forEach(name -> evidence.add("one " + name.words()));
        other.names().forEach(name -> evidence.add("other " + name.words()));
        return new Resemblance(weight, reasons, new TreeSet<>(reasons) + " " + evidence);
    }

    /** The strongest of what is shared, and a little for each more. */
    private double address(Traits one, Traits other, boolean statedAsOne, Set<Reason> reasons, Set<String> evidence) {
        double weight = 0;
        if (statedAsOne) {
            weight = add(weight, AS_ONE, Reason.STATED_AS_ONE, reasons);
        }
        for (String email : one.emails()) {
            if (other.emails().contains(email) && sharers.containsKey(email)) {
                weight = add(weight, EMAIL - shared(email), Reason.SAME_EMAIL, reasons);
                evidence.add(email);
            }
        }
        for (Line line : one.lines()) {
            for (Line of : other.lines()) {
                if (line.sameTail(of) && sharers.containsKey(line.tail())) {
                    weight = add(weight, weight(line, of) - shared(line.tail()), reason(line, of), reasons);
                    evidence.add(new TreeSet<>(Set.of(line.digits() + "<", of.digits() + ">")).toString());
                }
            }
        }
        return weight;
    }

    /** What three have in common is a family's or a firm's rather than one person's. */
    private double shared(String address) {
        return sharers.getOrDefault(address, 0) > 2 ? SHARED : 0;
    }

    private static double add(double weight, double more, Reason reason, Set<Reason> reasons) {
        double sum = reasons.isEmpty() ? more : Math.max(weight, more) + 1;
        reasons.add(reason);
        return sum;
    }

    private static Reason reason(Line one, Line other) {
        if (one.equals(other)) {
            return Reason.SAME_PHONE;
        }
        return one.variantOf(other) ? Reason.PHONE_VARIANT : Reason.SAME_PHONE_TAIL;
    }

    private static double weight(Line one, Line other) {
        return switch (reason(one, other)) {
            case SAME_PHONE -> PHONE;
            case PHONE_VARIANT -> VARIANT;
            default -> TAIL;
        };
    }

    /**
     * What names say.
     *
     * @param within where an address is shared
     * @param alone where nothing else is
     * @param reason null if they say nothing for it
     */
    private record Named(
            double within, double alone, @Nullable Reason reason) {
        static final Named NOTHING = new Named(0, Double.NEGATIVE_INFINITY, null);
    }

    private Named names(List<PersonName> some, List<PersonName> others) {
        Named best = null;
        for (PersonName one : some) {
            for (PersonName other : others) {
                Named named = names(NameLikeness.of(one, other));
                best = best == null || named.within + Math.max(named.alone, 0) > best.within + Math.max(best.alone, 0)
                        ? named
                        : best;
            }
        }
        return Objects.requireNonNullElse(best, Named.NOTHING);
    }

    private Named names(NameLikeness likeness) {
        int agreed = likeness.agreed().size();
        boolean doubtful = !likeness.compatible();
        if (agreed == 0 || doubtful && (!likeness.given() || agreed < 2)) {
            return new Named(-6, Double.NEGATIVE_INFINITY, null);
        }
        double rare = -Census.log2(Math.max(census.contacts(), 2) / SHARE);
        double within = agreed > 1 ? 4 : 2;
        for (NameLikeness.Agreed word : likeness.agreed()) {
            double doubt = switch (word.closeness()) {
                case SAME -> 0;
                case SHORT_FORM -> 0.5;
                case MISTYPED -> 1;
                case INITIAL -> 1.5;
            };
            rare += word.closeness() == NameLikeness.Closeness.INITIAL
                    ? 1
                    : census.rarity(word.one(), word.other()) - 2 * doubt;
            within -= doubt;
        }
        if (doubtful) {
            within -= 5;
            rare -= 4;
        } else if (!likeness.whole() && !likeness.given()) {
            // Not called by the name that comes first.
            within -= 1;
            rare -= 3;
        }
        boolean same = likeness.whole() && likeness.exact();
        return new Named(
                within, agreed > 1 ? rare : Double.NEGATIVE_INFINITY, same ? Reason.SAME_NAME : Reason.SIMILAR_NAME);
    }
}
