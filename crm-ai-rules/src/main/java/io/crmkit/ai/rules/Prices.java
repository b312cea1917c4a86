package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts of money, and whether they are the customer's limit or what somebody else asks. */
final class Prices {
    private static final Set<String> LINKS = Set.of(
            "es", "son", "de", "unos", "unas", "es_de", "hasta", "a", "e", "is", "of", "about", ":", "para", "uns",
            "los", "por", "como");
    private static final Set<String> NO_MONEY = Set.of(
            "gracias",
            "disculpas",
            "perdones",
            "veces",
            "thanks",
            "times",
            "obrigada",
            "obrigado",
            "desculpas",
            "anos",
            "personas");

    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final List<Finding> found = new ArrayList<>();

    private Prices(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
    }

    static List<Finding> in(Reading reading) {
        Prices prices = new Prices(reading);
        int at = 0;
        while (at < prices.words.size()) {
            at = Math.max(at + 1, prices.at(at));
        }
        return prices.found;
    }

    /** Reads the amount that begins here; the word after it, or this one if there is none. */
    private int at(int from) {
        Hit before = hits.at(Meaning.CURRENCY, from);
        int start = before == null ? from : before.to();
        Numbers number = Numbers.amount(reading, start);
        if (number == null) {
            return bareThousand(from);
        }
        BigDecimal amount = number.value();
        int to = number.to();
        Hit times = hits.at(Meaning.TIMES, to);
        if (times != null
                && !(times.code().equals("1000")
                        && NO_MONEY.contains(words.at(times.to()).plain()))) {
            amount = amount.multiply(new BigDecimal(times.code()));
            to = times.to();
        }
        Hit after = linked(to);
        Hit currency = after == null ? before : after;
        to = after == null ? to : after.to();
        boolean bare = currency == null && times == null;
        String role = role(from);
        boolean plausible = amount.compareTo(BigDecimal.valueOf(100)) >= 0 && counts(to);
        if (bare && (role.isEmpty() || !plausible || !announced(from))
                || currency == null && times != null && !money(times, from)) {
            return number.to();
        }
        add(amount, currency, role, from, to);
        return to;
    }

    /** "Mil pesos". */
    private int bareThousand(int from) {
        Hit times = hits.at(Meaning.TIMES, from);
        Hit currency = times == null || times.to() - from > 1 ? null : hits.at(Meaning.CURRENCY, times.to());
        if (times == null || currency == null) {
            return from;
        }
        add(new BigDecimal(times.code()), currency, role(from), from, currency.to());
        return currency.to();
    }

    private @Nullable Hit linked(int to) {
        Hit currency = hits.at(Meaning.CURRENCY, to);
        return currency == null && words.at(to).is("de") ? hits.at(Meaning.CURRENCY, to + 1) : currency;
    }

    /** "K" belongs to its number; "mil" counts other things as well, "lucas" nothing but money. */
    private boolean money(Hit times, int from) {
        String word = words.at(times.from()).plain();
        if (word.equals("k")) {
            return words.joined(times.from());
        }
        return !word.equals("mil") && !word.equals("hundred") && !word.equals("thousand")
                || !role(from).isEmpty()
                || counts(times.to());
    }

    /** Whether no noun follows that is counted. */
    private boolean counts(int to) {
        Word next = words.at(to);
        return !next.letters() || Language.common(next.plain());
    }

    private boolean announced(int from) {
        int at = from;
        while (at > from - 3 && LINKS.contains(words.at(at - 1).plain())) {
            at--;
        }
        return hits.before(Meaning.BUDGET, at) != null
                || hits.before(Meaning.ELSEWHERE, at) != null
                || hits.before(Meaning.BUDGET, from) != null;
    }

    private String role(int from) {
        int clause = words.clauseStart(from);
        Hit budget = hits.last(Meaning.BUDGET, Math.max(clause, from - 6), from);
        Hit elsewhere = hits.last(Meaning.ELSEWHERE, Math.max(clause, from - 8), from);
        if (elsewhere != null && (budget == null || budget.from() < elsewhere.from())) {
            return "competitor";
        }
        return budget == null ? "" : "budget";
    }

    private void add(BigDecimal amount, @Nullable Hit currency, String role, int from, int to) {
        String code = currency == null || currency.code().equals("LOCAL")
                ? reading.business().currency()
                : currency.code();
        Finding price = Finding.of(FactType.PRICE, new FactValue.Money(amount, code), 0.93, from, to);
        found.add(role.isEmpty() ? price : price.role(role));
    }
}
