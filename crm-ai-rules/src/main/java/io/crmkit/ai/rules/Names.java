package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Polarity;
import java.util.ArrayList;
import java.util.List;

/** Names of people: after words that announce one, as the answer to who it is, or as a line of their own. */
final class Names {
    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final NameRun runs;
    private final List<Finding> found = new ArrayList<>();

    private Names(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
        this.runs = new NameRun(reading);
    }

    static List<Finding> in(Reading reading) {
        Names names = new Names(reading);
        reading.hits().of(Meaning.NAME).forEach(cue -> names.announced(cue, true));
        reading.hits().of(Meaning.NAME_WEAK).forEach(cue -> names.announced(cue, false));
        reading.hits().of(Meaning.NAME_OTHER).forEach(names::others);
        reading.hits().of(Meaning.RELATION).forEach(names::afterRelation);
        names.answer();
        names.lines();
        return names.found;
    }

    private void announced(Hit cue, boolean strong) {
        int from = runs.begin(cue.to());
        int to = runs.end(from, strong);
        if (to == from || hits.at(Meaning.RELATION, from) != null) {
            return;
        }
        Owner owner = cue.code().equals("own") ? Owner.CUSTOMER : Owner.of(reading, from, to);
        add(
                from,
                to,
                owner,
                cue.code().equals("sign") ? 0.86 : strong ? 0.95 : 0.9,
                denied(cue) ? Polarity.NEGATED : Polarity.ASSERTED);
        corrected(to, owner, strong);
    }

    /** "No soy Ana, soy Eva" says its cue twice; "me llamo Ana, perdón, Eva" does not. */
    private void corrected(int after, Owner owner, boolean strong) {
        int at = words.at(after).comma() ? after + 1 : after;
        Hit sorry = hits.at(Meaning.SORRY, at);
        boolean denied = !found.isEmpty() && !found.get(found.size() - 1).asserted();
        if (sorry == null
                && !(denied
                        && (words.at(at).is("es")
                                || words.at(at).is("its")
                                || words.at(at).is("e")))) {
            return;
        }
        int from = runs.begin(sorry == null ? at + 1 : sorry.to());
        int to = runs.end(from, strong);
        if (to > from) {
            Finding last = found.remove(found.size() - 1);
            found.add(last.as(last.asserted() ? Polarity.REJECTED : last.polarity()));
            add(from, to, owner, 0.9, Polarity.ASSERTED);
        }
    }

    private boolean denied(Hit cue) {
        return hits.before(Meaning.NOT, cue.from()) != null || hits.at(Meaning.NOT, cue.from() - 1) != null;
    }

    private void others(Hit cue) {
        int from = runs.begin(cue.to());
        int to = runs.end(from, true);
        if (to > from) {
            Owner owner = Owner.of(reading, from, to);
            String before = reading.talk().relation();
            add(
                    from,
                    to,
                    owner.relation().isEmpty() ? Owner.third(before == null ? "" : before) : owner,
                    0.9,
                    Polarity.ASSERTED);
        }
    }

    /** "Mi hija Emma", "mi hija, Emma,", "meu filho, o Caio". */
    private void afterRelation(Hit relation) {
        Word next = words.at(relation.to());
        boolean linked = next.is(",") || next.is("es") || next.is("is") || next.is("e");
        int at = linked ? relation.to() + 1 : relation.to();
        boolean article = words.at(at).is("o") || words.at(at).is("a");
        at = linked && article && words.capital(at + 1) ? at + 1 : at;
        int to = runs.end(at, false);
        if (to > at) {
            add(at, to, Owner.third(relation.code()), 0.9, Polarity.ASSERTED);
        }
    }

    private void answer() {
        if (!reading.wasAsked(Meaning.NAME_ASKED) || words.size() == 0 || words.size() > 40) {
            return;
        }
        int from = runs.begin(words.at(0).is("de") || words.at(0).is("para") ? 1 : 0);
        int to = runs.end(from, true);
        Word next = words.at(to);
        boolean whole =
                to >= words.size() || next.stop() || next.comma() || next.digits() || next.kind() == Word.Kind.SIGN;
        if (to > from && (whole || hits.at(Meaning.ID, to) != null || hits.at(Meaning.NAME_END, to) != null)) {
            Owner owner = Owner.of(reading, from, to);
            String spokenOf = reading.talk().relation();
            if (spokenOf != null && owner.equals(Owner.CUSTOMER) && !askedForTheirOwn()) {
                owner = Owner.third(spokenOf);
            }
            add(from, to, owner, 0.9, Polarity.ASSERTED);
        }
    }

    /** After "a turn for my son", "name?" may well ask for the son's; "your name?" does not. */
    private boolean askedForTheirOwn() {
        Reading asked = reading.asked();
        return asked != null
                && asked.hits().of(Meaning.NAME_ASKED).stream()
                        .anyMatch(question -> asked.hits().covers(Meaning.YOURS, question.from())
                                || asked.hits().within(Meaning.YOURS, question.from(), question.to()));
    }

    /** A first name and more, alone between signs: "Bruno Ferrero, DNI …", or a signature. */
    private void lines() {
        for (int at = 0; at < words.size(); at++) {
            boolean begins =
                    at == 0 || words.at(at - 1).stop() || words.at(at - 1).comma();
            if (begins && words.capital(at) && Lexicon.firstName(words.at(at).plain())) {
                int to = runs.end(at, false);
                Word next = words.at(to);
                boolean ends =
                        to >= words.size() || next.stop() || next.comma() || hits.at(Meaning.NAME_END, to) != null;
                if (to - at >= 2 && ends) {
                    add(at, to, Owner.of(reading, at, to), 0.87, Polarity.ASSERTED);
                }
            }
        }
    }

    private void add(int from, int to, Owner owner, double confidence, Polarity polarity) {
        if (found.size() >= Readers.MOST) {
            return;
        }
        boolean known = found.stream().anyMatch(name -> name.from() < to && from < name.to());
        boolean staff = hits.at(Meaning.STAFF, from) != null && confidence < 0.9;
        if (!known && !staff) {
            FactValue value = new FactValue.Text(runs.value(from, to));
            found.add(new Finding(
                    FactType.PERSON_NAME,
                    "",
                    value,
                    owner.subject(),
                    owner.relation(),
                    polarity,
                    confidence,
                    from,
                    to));
        }
    }
}
