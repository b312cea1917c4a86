package io.crmkit.duplicate;

import io.crmkit.search.Words;
import java.util.List;
import java.util.Set;

/**
 * The words of a person's name, the given name first as far as a comma tells, without those that are no name.
 *
 * @param words in lower case without accents
 */
record PersonName(List<String> words) {
    private static final Set<String> NO_NAMES = Set.of(
            "de",
            "del",
            "la",
            "las",
            "los",
            "da",
            "do",
            "dos",
            "das",
            "e",
            "y",
            "von",
            "van",
            "sr",
            "sra",
            "srta",
            "dr",
            "dra",
            "don",
            "dona",
            "mr",
            "mrs",
            "ms",
            "nuevo",
            "nueva",
            "novo",
            "new",
            "trabajo",
            "trabalho",
            "work",
            "cel",
            "celular",
            "movil",
            "tel",
            "whatsapp",
            "wsp",
            "oficina",
            "personal",
            "cliente",
            "paciente");

    private static final int MOST = 8;

    PersonName {
        words = List.copyOf(words);
    }

    static PersonName of(String name) {
        int comma = name.indexOf(',');
        String inOrder = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
        return new PersonName(Words.of(inOrder).stream()
                .filter(word -> !NO_NAMES.contains(word) && word.chars().noneMatch(Character::isDigit))
                .limit(MOST)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Without the words, which are personal. */
    @Override
    public String toString() {
        return "PersonName[]";
    }
}
