package io.crmkit.ai.rules;

import java.util.Set;

/** How far a person's name reaches. */
final class NameRun {
    private static final int MOST_WORDS = 4;
    private static final Set<String> PARTICLES =
            Set.of("de", "del", "la", "las", "los", "da", "do", "dos", "das", "van", "von", "di", "san", "mc", "o");
    private static final Set<String> TITLES =
            Set.of("sr", "sra", "srta", "dr", "dra", "don", "dona", "lic", "ing", "prof", "mr", "mrs", "ms", "miss");
    private static final Set<String> FILLERS = Set.of(
            "hola", "oi", "ola", "hi", "hello", "si", "sim", "yes", "claro", "ok", "buenas", "buen", "dia", "el", "la",
            "o", "a", "es", "e", "is", "sure", "soy", "sou", "im", "mi", "nombre", "me", "llamo", "meu", "nome", "my",
            "name", "it", "its", "the", "gracias", "perdon", "sorry", "aca", "aqui", "tardes", "noches", "dias", "bom",
            "boa", "tarde");

    private final Reading reading;
    private final Words words;
    private final boolean shouted;

    NameRun(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.shouted = words.shouted();
    }

    /** The first word after greetings, articles, titles and colons. */
    int begin(int at) {
        int from = at;
        while (from < at + 6 && from < words.size() && skipped(from)) {
            from++;
        }
        return from;
    }

    private boolean skipped(int at) {
        Word word = words.at(at);
        boolean dot = word.is(".") && TITLES.contains(words.at(at - 1).plain());
        return FILLERS.contains(word.plain()) || TITLES.contains(word.plain()) || word.comma() || word.is("!") || dot;
    }

    /** The word after the name that begins here; the same word if none does. */
    int end(int from, boolean strong) {
        return words.capital(from) && !shouted ? capitals(from) : small(from, strong);
    }

    private int capitals(int from) {
        if (!nameable(from)) {
            return from;
        }
        int to = from + 1;
        int names = 1;
        while (to < words.size() && names < MOST_WORDS) {
            int next = to;
            while (next < to + 2 && PARTICLES.contains(words.at(next).plain()) && !words.capital(next)) {
                next++;
            }
            boolean place = next == to + 1 && words.at(to).is("de");
            if (place || !words.capital(next) || !nameable(next)) {
                break;
            }
            to = next + 1;
            names++;
        }
        return to;
    }

    /** A capital alone makes no name: sentences begin with one. */
    private boolean nameable(int at) {
        Word word = words.at(at);
        boolean known = Lexicon.firstName(word.plain());
        return word.letters()
                && word.plain().length() > 1
                && (known || !Language.common(word.plain()) && reading.hits().at(Meaning.COMMON, at) == null)
                && reading.hits().at(Meaning.INSURER, at) == null;
    }

    /** Written small, only a known first name is one by itself; what announces a name lets others pass. */
    private int small(int from, boolean strong) {
        Word first = words.at(from);
        boolean known = first.letters()
                && Lexicon.firstName(first.plain())
                && reading.hits().at(Meaning.COMMON, from) == null;
        if (!known && !(strong && plausible(from))) {
            return from;
        }
        int to = from + 1;
        while (to < words.size() && to - from < MOST_WORDS + 1) {
            int next = to;
            while (next < to + 2 && PARTICLES.contains(words.at(next).plain())) {
                next++;
            }
            boolean name = next == to
                    ? plausible(to)
                    : Lexicon.firstName(words.at(next).plain());
            if (!name) {
                break;
            }
            to = next + 1;
        }
        return to;
    }

    private boolean plausible(int at) {
        Word word = words.at(at);
        return word.letters()
                && word.plain().length() > 2
                && !Language.common(word.plain())
                && !reading.hits().anything(at);
    }

    String value(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            String said = words.text().substring(word.start(), word.end());
            boolean particle = i > from && PARTICLES.contains(word.plain()) && !words.capital(i);
            boolean asIs = particle || words.capital(i) && !shouted;
            name.append(name.length() == 0 || words.joined(i) ? "" : " ").append(asIs ? said : titled(said));
        }
        return name.toString();
    }

    private static String titled(String said) {
        return Character.toUpperCase(said.charAt(0)) + said.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
