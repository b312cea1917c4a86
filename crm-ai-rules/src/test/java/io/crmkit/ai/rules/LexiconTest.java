package io.crmkit.ai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void everyLineSaysWhatItIsASignOf() {
        for (Language language : Language.values()) {
            for (String line : Lines.of(language.name().toLowerCase(Locale.ROOT) + ".txt")) {
                assertThat(line).contains(" : ");
                assertThat(Meaning.valueOf(Lines.cut(line, ' ')[0])).isNotNull();
            }
        }
    }

    /** A phrase of nothing but what may be missing would be found everywhere. */
    @Test
    void noPhraseMayBeMissingAltogether() {
        List<String> empty = new ArrayList<>();
        for (Language language : Language.values()) {
            for (String line : Lines.of(language.name().toLowerCase(Locale.ROOT) + ".txt")) {
                for (String phrase : Lines.cut(line.substring(line.indexOf(" : ") + 3), ';')) {
                    boolean firm = false;
                    for (String part : Lines.cut(phrase, ' ')) {
                        firm |= !part.startsWith("[") && !part.equals("*") && !part.equals("#");
                    }
                    if (!firm) {
                        empty.add(language + ": " + phrase);
                    }
                }
            }
        }
        assertThat(empty).isEmpty();
    }
}
