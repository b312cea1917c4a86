package io.crmkit.testkit.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every language says everything, and with the same things in it. */
@Requirement({"AST-2", "AST-3", "AST-4"})
class WordingTest {
    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        String file = "/io/crmkit/assist/Wording_" + language + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WordingTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        Set<Object> spanish = new TreeSet<>(words("es").keySet());
        assertThat(spanish).hasSizeGreaterThan(50);
        assertThat(words("pt").keySet()).containsExactlyInAnyOrderElementsOf(spanish);
        assertThat(words("en").keySet()).containsExactlyInAnyOrderElementsOf(spanish);
        assertThat(spanish).containsAll(words("es_AR").keySet());
    }

    @Test
    void everySentenceHasTheSameArgumentsInEveryLanguage() throws IOException {
        Properties spanish = words("es");
        for (String language : new String[] {"es_AR", "pt", "en"}) {
            words(language)
                    .forEach((key, text) -> assertThat(arguments(text))
                            .as("%s of %s", key, language)
                            .isEqualTo(arguments(spanish.get(key))));
        }
    }

    private static Set<Integer> arguments(Object text) {
        Set<Integer> arguments = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            if (String.valueOf(text).contains("{" + i)) {
                arguments.add(i);
            }
        }
        return arguments;
    }

    @Test
    void everySentenceAndEveryFormOfADateCanBeRead() throws IOException {
        for (String language : new String[] {"es", "es_AR", "pt", "en"}) {
            words(language).forEach((key, text) -> {
                if (String.valueOf(key).startsWith("date") || key.equals("time")) {
                    assertThat(DateTimeFormatter.ofPattern(String.valueOf(text), Locale.ROOT))
                            .isNotNull();
                } else {
                    assertThat(new MessageFormat(String.valueOf(text), Locale.ROOT).format(new Object[] {2, "b", "c"}))
                            .as("%s of %s", key, language)
                            .doesNotContain("{");
                }
            });
        }
    }
}
