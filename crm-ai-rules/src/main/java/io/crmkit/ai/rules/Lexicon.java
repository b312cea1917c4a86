package io.crmkit.ai.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The phrases a reader of one language knows: its own, and of the other languages all but their words for time. */
final class Lexicon {
    /** In another language these words are something else: "once", "dos", "segunda". */
    private static final Set<Meaning> OWN_ONLY = EnumSet.range(Meaning.NUMBER, Meaning.UNTIL);

    private static final Map<Language, Lexicon> ALL = load();
    private static final Set<String> FIRST_NAMES = new HashSet<>(Lines.of("names.txt").stream()
            .flatMap(line -> List.of(Lines.cut(line, ' ')).stream())
            .toList());

    private final Phrases phrases = new Phrases();

    private static Map<Language, Lexicon> load() {
        Map<Language, Lexicon> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Lexicon());
        }
        for (Language own : Language.values()) {
            for (String line : Lines.of(own.name().toLowerCase(Locale.ROOT) + ".txt")) {
                all.forEach((language, lexicon) -> lexicon.add(line, language == own));
            }
        }
        return all;
    }

    private void add(String line, boolean own) {
        int colon = line.indexOf(" : ");
        String[] head = Lines.cut(line.substring(0, colon), ' ');
        Meaning meaning = Meaning.valueOf(head[0]);
        if (own || !OWN_ONLY.contains(meaning)) {
            for (String phrase : Lines.cut(line.substring(colon + 3), ';')) {
                phrases.add(meaning, head.length > 1 ? head[1] : "", Letters.plain(phrase));
            }
        }
    }

    static Hits read(Words words, Language language) {
        Hits hits = new Hits(words.size());
        Lexicon lexicon = ALL.get(language);
        if (lexicon != null) {
            lexicon.phrases.find(words, hits);
        }
        return hits;
    }

    static boolean firstName(String plain) {
        return FIRST_NAMES.contains(plain);
    }
}
