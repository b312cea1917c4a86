package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class WordsTest {
    private static Properties read(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                WordsTest.class.getResourceAsStream("Words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            if (text.contains("{" + i + "}")) {
                places.add("{" + i + "}");
            }
        }
        return places;
    }

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        saysTheSame("pt");
        saysTheSame("en");
    }

    private static void saysTheSame(String language) throws IOException {
        Properties spanish = read("es");
        Properties other = read(language);
        assertThat(other.stringPropertyNames()).isEqualTo(spanish.stringPropertyNames());
        for (String key : spanish.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(spanish.getProperty(key)));
        }
    }

    @Test
    void whatIsSaidOtherwiseByTheRiverPlateIsSaidInSpanishToo() throws IOException {
        Properties spanish = read("es");
        Properties voseo = read("es_AR");
        assertThat(spanish.stringPropertyNames()).containsAll(voseo.stringPropertyNames());
        voseo.stringPropertyNames()
                .forEach(key -> assertThat(voseo.getProperty(key)).as(key).isNotEqualTo(spanish.getProperty(key)));
    }

    @Test
    void everybodyReadsTheirOwnLanguage() {
        Clinic clinic = Clinic.busy();
        Browser agent = clinic.as(io.crmkit.privacy.Role.AGENT);
        assertThat(agent.get("/dashboard").select("html").attr("lang")).isEqualTo("es-AR");
        assertThat(agent.get("/dashboard?lang=pt-BR").select("h1").text()).isEqualTo("Contatos");
        assertThat(agent.last().headers().get("Set-Cookie"))
                .startsWith("crm-language=pt-BR;")
                .contains("HttpOnly");
        assertThat(agent.get("/dashboard?lang=en").select("h1").text()).isEqualTo("Contacts");
        assertThat(agent.get("/dashboard?lang=xx").select("h1").text()).isEqualTo("Contactos");
    }
}
