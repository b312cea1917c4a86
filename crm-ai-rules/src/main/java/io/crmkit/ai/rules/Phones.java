package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Phone numbers: valid ones anywhere, local ones only where a phone is spoken of. */
final class Phones {
    /** Checking a number is the most expensive thing there is to do; nobody writes so many in one message. */
    private static final int MOST_CHECKS = 48;

    private static final String SEPARATORS = "-.()/";

    private final Reading reading;
    private final Words words;
    private final List<Finding> found = new ArrayList<>();
    private int checks;

    private Phones(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
    }

    static List<Finding> in(Reading reading) {
        Phones phones = new Phones(reading);
        int at = 0;
        while (at < phones.words.size()) {
            at = phones.words.at(at).digits() ? phones.run(at) : at + 1;
        }
        return phones.found;
    }

    /** Reads the groups of digits that begin here; the word after what was read. */
    private int run(int first) {
        List<Integer> groups = new ArrayList<>();
        int at = first;
        int digits = 0;
        while (words.at(at).digits() && digits <= 18) {
            groups.add(at);
            digits += words.at(at).plain().length();
            int next = at + 1;
            while (next < at + 3 && SEPARATORS.contains(words.at(next).plain()) && next < words.size()) {
                next++;
            }
            at = next;
        }
        int end = groups.get(groups.size() - 1) + 1;
        if (digits >= 6 && !vetoed(first, end)) {
            number(groups);
        }
        return Math.max(end, first + 1);
    }

    /** All groups, or all but the first ("a las 15 11 5555…"), or all but the last. */
    private void number(List<Integer> groups) {
        int size = groups.size();
        int[][] cuts = {{0, size}, {1, size}, {0, size - 1}};
        for (int[] cut : cuts) {
            if (cut[0] < cut[1] && checks < MOST_CHECKS && accepted(groups.get(cut[0]), groups.get(cut[1] - 1) + 1)) {
                return;
            }
        }
    }

    private boolean accepted(int first, int to) {
        int from = first;
        if (words.at(from - 1).is("(") && !words.at(from - 1).is("")) {
            from--;
        }
        if (words.at(from - 1).is("+")) {
            from--;
        }
        String said = words.said(from, to);
        boolean spokenOf = spokenOf(first);
        checks++;
        boolean brazilian = reading.language() == Language.PT;
        Optional<FactValue.Phone> number =
                PhoneNumbers.read(said, reading.business(), spokenOf, landline(first), mobile(first), brazilian);
        if (number.isEmpty()) {
            return false;
        }
        Finding phone =
                Finding.of(FactType.PHONE, number.get(), spokenOf || said.startsWith("+") ? 0.95 : 0.88, from, to);
        Hit cue = reading.hits().last(Meaning.PHONE, Math.max(words.clauseStart(first), first - 4), first);
        found.add(
                tollFree(first) || cue != null && cue.code().equals("business")
                        ? phone.about(Subject.BUSINESS)
                        : phone.of(Owner.of(reading, from, to)));
        return true;
    }

    /** Nobody has one at home. */
    private boolean tollFree(int first) {
        String begin = words.at(first).plain();
        return begin.startsWith("0800") || begin.startsWith("0810") || begin.startsWith("0300");
    }

    private boolean spokenOf(int first) {
        int clause = words.clauseStart(first);
        return reading.hits().within(Meaning.PHONE, clause, first) || reading.wasAsked(Meaning.PHONE);
    }

    private boolean landline(int first) {
        Hit cue = reading.hits().last(Meaning.PHONE, words.clauseStart(first), first);
        return cue != null && cue.code().equals("landline");
    }

    private boolean mobile(int first) {
        Hit cue = reading.hits().last(Meaning.PHONE, words.clauseStart(first), first);
        return cue != null && cue.code().equals("mobile");
    }

    /** Documents, orders, accounts, money and dates are digits, too. */
    private boolean vetoed(int first, int to) {
        Word before = words.at(first - 1);
        if (before.is("$") || before.is("#") || words.joined(first) && (before.letters() || before.is("@"))) {
            return true;
        }
        if (words.joined(to) && (words.at(to).letters() || words.at(to).is("@")) || date(first, to)) {
            return true;
        }
        int clause = Math.max(words.clauseStart(first), first - 8);
        Hit veto = reading.hits().last(Meaning.PHONE_VETO, clause, first);
        Hit id = reading.hits().last(Meaning.ID, clause, first);
        Hit cue = reading.hits().last(Meaning.PHONE, clause, first);
        int vetoAt = Math.max(veto == null ? -1 : veto.from(), id == null ? -1 : id.from());
        return vetoAt >= 0 && vetoAt >= (cue == null ? -1 : cue.from())
                || reading.hits().at(Meaning.CURRENCY, to) != null
                || reading.hits().at(Meaning.TIMES, to) != null;
    }

    private boolean date(int first, int to) {
        return to - first == 5
                && words.at(first).plain().length() <= 2
                && words.at(first + 2).plain().length() <= 2
                && words.at(first + 1).is(words.at(first + 3).plain())
                && (words.at(to - 1).plain().length() == 4
                        || words.at(to - 1).plain().length() == 2);
    }
}
