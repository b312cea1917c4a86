package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FactsTest {
    private static final String CATALOGUE = """
            {'country':'AR','default_area_code':'11','currency':'ARS',
             'services':{'dental':{'whitening':['blanqueamiento'],'cleaning':['limpieza']}},
             'staff':{'dental':['Dra. Ibarra']},'branches':['Centro'],'insurers':['Salud Austral']}""";

    @TempDir
    Path place;

    @Test
    @Requirement({"EXT-1", "EXT-2", "EXT-5", "EXT-9", "EXT-10"})
    void whatACustomerSaysIsInTheProfileWithTheWordsThatSaySo() throws IOException {
        Run.file(place, "catalogue", CATALOGUE);
        Path folder = folder("Hola, soy Laura Medina, mi mail es laura@example.org", "¿Cuánto sale el blanqueamiento?");

        JsonNode document = Run.document(folder, "--catalogue", place.resolve("catalogue"));

        JsonNode contact = document.path("contacts").get(0);
        assertThat(facts(contact))
                .contains(
                        "PERSON_NAME Laura Medina current",
                        "EMAIL laura@example.org current",
                        "SERVICE whitening current");
        for (JsonNode fact : contact.path("facts")) {
            for (JsonNode evidence : fact.path("evidence")) {
                assertThat(said(contact, evidence.path("providerId").asString())
                                .substring(evidence.path("start").asInt()))
                        .startsWith(evidence.path("quote").asString());
            }
        }
        assertThat(contact.path("insights").path("messages").toString()).contains("ASK_PRICE");
    }

    @Test
    @Requirement("EXT-2")
    void aTimeIsNamedByHowItWasSaid() throws IOException {
        Path folder = folder("Puedo los martes y jueves", "Mejor el jueves 12 a las 18", "Si no, a las 9");

        JsonNode document = Run.document(folder);

        assertThat(facts(document.path("contacts").get(0)))
                .anyMatch(fact -> fact.startsWith("RECURRING WEEKLY:TU,TH "))
                .anyMatch(fact -> fact.startsWith("DATETIME 2026-03-12T18:00 "))
                .anyMatch(fact -> fact.startsWith("TIME 09:00 "));
    }

    @Test
    @Requirement({"EXT-7", "PRO-6"})
    void theSameMessagesAgainSayNothingNew() throws IOException {
        Path folder = folder("Soy Laura, escribime a laura@example.org");
        Object[] database = {"--db", "jdbc:h2:" + place.resolve("clinic")};

        JsonNode once = Run.document(folder, database);

        assertThat(Run.document(folder, database)).isEqualTo(once);
    }

    @Test
    @Requirement("EXT-8")
    void nobodyIsCalledWhatACardOrAChosenRowSays() {
        JsonNode document = Run.of("--json").document();

        for (JsonNode contact : document.path("contacts")) {
            assertThat(facts(contact)).noneMatch(fact -> fact.contains("Silvia") || fact.contains("Ibarra"));
        }
    }

    @Test
    void aCatalogueThatIsNoneIsRefused() throws IOException {
        Run.file(place, "catalogue", "{'service':[]}");
        Path folder = folder("Hola");

        Run run = Run.of("--webhooks", folder, "--catalogue", place.resolve("catalogue"));
        Run missing = Run.of("--webhooks", folder, "--catalogue", place.resolve("nowhere"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("The catalogue needs \"services\"").hasLineCount(1);
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("Cannot read the catalogue").hasLineCount(1);
    }

    private Path folder(String... texts) throws IOException {
        Path folder = Files.createDirectory(place.resolve("webhooks"));
        for (int i = 0; i < texts.length; i++) {
            Run.file(
                    folder,
                    i + ".json",
                    Run.webhook("1", "5491155550177", "wamid.facts." + i, 1_773_000_000L + 60 * i, texts[i]));
        }
        return folder;
    }

    private static List<String> facts(JsonNode contact) {
        return Stream.of(contact)
                .flatMap(c -> c.path("facts").valueStream())
                .map(f -> f.path("type").asString() + " " + f.path("value").asString() + " "
                        + f.path("state").asString())
                .toList();
    }

    private static String said(JsonNode contact, String providerId) {
        return contact.path("conversations")
                .valueStream()
                .flatMap(conversation -> conversation.path("entries").valueStream())
                .filter(entry -> entry.path("providerId").asString("").equals(providerId))
                .map(entry -> entry.path("text").asString())
                .findFirst()
                .orElseThrow();
    }
}
