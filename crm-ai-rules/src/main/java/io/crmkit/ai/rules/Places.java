package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where customers live and work, and who else they have asked. */
final class Places {
    private static final Set<String> INSIDE =
            Set.of("de", "del", "la", "las", "los", "el", "da", "do", "dos", "das", "y", "e", "&", "of", "the", "san");
    private static final Set<String> IN = Set.of("en", "na", "no", "at", "in", "em", "de", "del", "la");

    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final List<Finding> found = new ArrayList<>();

    private Places(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
    }

    static List<Finding> in(Reading reading, List<Finding> names) {
        Places places = new Places(reading);
        reading.hits().of(Meaning.COMPANY).forEach(places::company);
        reading.hits().of(Meaning.HOME).forEach(places::home);
        reading.hits().of(Meaning.STREET).forEach(places::street);
        names.forEach(places::afterName);
        reading.hits().of(Meaning.PLACE).forEach(cue -> places.place(cue.to(), true));
        reading.hits().of(Meaning.ELSEWHERE).forEach(places::competitor);
        return places.found;
    }

    private void company(Hit cue) {
        int to = capitals(cue.to(), 5);
        add(FactType.COMPANY, cue.to(), to, 0.88);
    }

    /** A street and its number. */
    private void home(Hit cue) {
        int at = cue.to();
        if (hits.within(Meaning.STREET, at + 1, at + 8)) {
            return;
        }
        while (at < cue.to() + 7 && at < words.size() && !words.at(at).stop()) {
            if (words.at(at).digits() && at > cue.to()) {
                add(FactType.ADDRESS, cue.to(), at + 1, 0.87);
                return;
            }
            at++;
        }
    }

    private void street(Hit street) {
        int at = words.at(street.to()).is(".") ? street.to() + 1 : street.to();
        int end = capitals(at, 4);
        if (end > at && words.at(end).digits()) {
            add(FactType.ADDRESS, street.from(), end + 1, 0.86);
        }
    }

    /** "Soy Rocío de Caballito". */
    private void afterName(Finding name) {
        if (name.customers() && words.at(name.to()).is("de") && words.capital(name.to() + 1)) {
            place(name.to() + 1, false);
        }
    }

    private void place(int from, boolean small) {
        int start = words.at(from).is("la") || words.at(from).is("el") ? from + (words.capital(from) ? 0 : 1) : from;
        int to = capitals(start, 4);
        if (to == start && small && plausible(start)) {
            to = start + 1;
        }
        add(FactType.LOCATION, start, to, 0.86);
    }

    private boolean plausible(int at) {
        Word word = words.at(at);
        return word.letters()
                && word.plain().length() > 3
                && !Language.common(word.plain())
                && !hits.anything(at)
                && !hits.covers(Meaning.COMPANY, at);
    }

    /** "En Dental Once me pidieron", "me pidieron … en Dental Once", "Dental Once cobra". */
    private void competitor(Hit cue) {
        int clause = words.clauseStart(cue.from());
        for (int at = cue.from() - 1; at >= clause && at >= cue.from() - 6; at--) {
            boolean opens = IN.contains(words.at(at - 1).plain()) || at == clause;
            if (words.capital(at) && opens && capitals(at, 5) >= cue.from() - 1) {
                add(FactType.COMPETITOR, at, capitals(at, 5), 0.88);
                return;
            }
        }
        int end = Math.min(words.clauseEnd(cue.to()), cue.to() + 7);
        for (int at = cue.to() + 1; at < end; at++) {
            if (words.capital(at) && IN.contains(words.at(at - 1).plain())) {
                add(FactType.COMPETITOR, at, capitals(at, 5), 0.86);
                return;
            }
        }
    }

    /** The word after the run of capitals that begins here. */
    private int capitals(int from, int most) {
        if (!capital(from)) {
            return from;
        }
        int to = from + 1;
        while (to - from < most) {
            int next = to;
            while (next < to + 2 && INSIDE.contains(words.at(next).plain()) && !words.capital(next)) {
                next++;
            }
            if (!capital(next)) {
                break;
            }
            to = next + 1;
        }
        return to;
    }

    private boolean capital(int at) {
        return words.capital(at)
                && !words.shouted()
                && hits.at(Meaning.STREET, at) == null | at == 0
                && hits.at(Meaning.MONTH, at) == null
                && hits.at(Meaning.WEEKDAY, at) == null;
    }

    private void add(FactType type, int from, int to, double confidence) {
        Hit taken = firstOf(from, Meaning.BRANCH, Meaning.INSURER, Meaning.STAFF, Meaning.SERVICE);
        if (found.size() >= Readers.MOST || to <= from || taken != null && taken.to() >= to) {
            return;
        }
        Finding place = Finding.of(type, new FactValue.Text(words.said(from, to)), confidence, from, to);
        if (found.stream().noneMatch(place::overlaps)) {
            found.add(type == FactType.COMPETITOR ? place : place.of(Owner.of(reading, from, to)));
        }
    }

    private @Nullable Hit firstOf(int at, Meaning... meanings) {
        for (Meaning meaning : meanings) {
            Hit hit = hits.at(meaning, at);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }
}
