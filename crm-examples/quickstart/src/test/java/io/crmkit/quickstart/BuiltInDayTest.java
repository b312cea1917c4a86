package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BuiltInDayTest {
    /** What its scheduler and till told of whom: it belongs to no conversation. */
    private static final Map<String, Long> DEALINGS =
            Map.of("Marta Giménez", 2L, "Julián Acosta", 5L, "Tomás Rivas", 8L, "", 5L);

    private static JsonNode document;
    private static Run run;

    @BeforeAll
    static void theDayIsReplayed() {
        document = Run.of("--json").document();
        run = Run.of();
    }

    @Test
    @Requirement({"CAP-2", "CAP-5"})
    void nothingOfTheDayIsLost() {
        assertThat(document.path("contacts")).hasSize(9);
        Map<String, Long> types =
                entries().collect(Collectors.groupingBy(e -> e.path("type").asString(), Collectors.counting()));
        assertThat(types)
                .containsEntry("text", 30L)
                .containsEntry("interactive", 3L)
                .containsEntry("audio", 2L)
                .containsEntry("system", 1L)
                .containsEntry("channel_notice", 1L);
        for (String once : List.of(
                "image",
                "video",
                "document",
                "sticker",
                "location",
                "contacts",
                "button",
                "order",
                "unsupported",
                "live_location")) {
            assertThat(types).containsEntry(once, 1L);
        }
        assertThat(document.path("setAside"))
                .singleElement()
                .satisfies(file -> assertThat(file.path("file").asString()).endsWith("one-broken-of-two.json"));
    }

    @Test
    @Requirement("CTX-1")
    void everyContactCountsItsEntries() {
        for (JsonNode contact : document.path("contacts")) {
            long entries = Stream.of(contact).flatMap(BuiltInDayTest::entriesOf).count();
            long told = DEALINGS.getOrDefault(contact.path("displayName").asString(""), 0L);
            assertThat(contact.path("interactions").asLong()).isEqualTo(entries + told);
        }
    }

    @Test
    @Requirement({"CAP-6", "CAP-13"})
    void peopleAreFoundAgainUnderWhateverTheyGoBy() {
        assertThat(addresses("Caro ✨")).containsExactly("5491155550103", "AR.1000555501030001");
        assertThat(addresses("Ricardo Benítez")).containsExactly("5491155550114", "AR.1000555501140001");
        assertThat(addresses("Bruno Lima")).containsExactly("554185550107", "BR.1000555501070001");
        assertThat(entriesOf(contact("Bruno Lima")).map(BuiltInDayTest::from)).containsExactly("customer", "agent");
        assertThat(entriesOf(contact("Caro ✨")).map(BuiltInDayTest::from)).contains("bot");
    }

    @Test
    @Requirement("CAP-1")
    void theAdvertisementThatBroughtSomebodyIsKept() {
        JsonNode inquiry = contact("Marta Giménez").path("initialInquiry");

        assertThat(inquiry.path("text").asString()).startsWith("Hola! Vi la promo");
        assertThat(inquiry.path("referral").path("clickId").asString()).isEqualTo("demo-click-0001");
    }

    @Test
    @Requirement({"CAP-3", "CAP-4"})
    void whatCameTwiceOrLateOrEarlyEndsInOneState() {
        assertThat(entry("wamid.demo.in.marta.1")).isEqualTo(1);
        assertThat(state("wamid.demo.out.marta.4")).isEqualTo("read");
        assertThat(state("wamid.demo.out.elena.1")).isEqualTo("failed");
        assertThat(state("wamid.demo.echo.sofia.2")).isEqualTo("played");
        assertThat(state("wamid.demo.sys.ricardo.1")).isEqualTo("received");
        assertThat(find("wamid.demo.in.sofia.3").path("text").isNull()).isTrue();
        assertThat(find("wamid.demo.in.marta.8").path("text").asString()).contains("17:45");
        assertThat(find("wamid.demo.out.marta.5").path("reactions")).hasSize(1);
    }

    @Test
    @Requirement({"PRO-1", "CTX-2", "LST-1"})
    void theScreenShowsContactsAProfileAndItsTimeline() {
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("CONTACTS", "PROFILE", "TIMELINE", "SET ASIDE")
                .contains("Julián Acosta", "+54 9 11 5555-0102", "(no name)")
                .contains("Monday 9 March 2026", "Tuesday 10 March 2026")
                .contains("▸ Sí, quiero un turno", "[voice message]", "edited at 10:04", "✓✓ read")
                .doesNotContain("\u001b");
    }

    @Test
    @Requirement({"PRO-3", "CAP-10", "CAP-16"})
    void theAgendaIsPartOfTheProfile() {
        assertThat(contact("Marta Giménez").path("appointments").toString())
                .isEqualTo("[{\"id\":\"a-417\",\"status\":\"rescheduled\",\"start\":\"2026-03-12T20:45:00Z\","
                        + "\"service\":\"Blanqueamiento\",\"price\":84000,\"currency\":\"ARS\"}]");
        assertThat(contact("Marta Giménez").path("suggestions")).isEmpty();
        assertThat(contact("Julián Acosta").path("spend").toString())
                .isEqualTo("[{\"currency\":\"ARS\",\"amount\":20000}]");
        assertThat(run.out()).contains("Appointment", "12 Mar 26 17:45", "Blanqueamiento");
    }

    @Test
    @Requirement({"BEH-2", "AST-2", "AST-3", "AST-4"})
    void whatSuitsAPatientIsProposedToThem() {
        JsonNode tomas = contact("Tomás Rivas");
        assertThat(tomas.path("habits").path("interval").toString()).isEqualTo("{\"days\":28,\"bookings\":5}");
        assertThat(tomas.path("suggestions")
                        .valueStream()
                        .map(each -> each.path("kind").asString()))
                .containsExactly("same_slot", "pattern");
        assertThat(tomas.path("suggestions").path(1).path("text").asString())
                .isEqualTo("Preferís los martes a la tarde: ¿te busco un turno?");
        assertThat(tomas.path("suggestions")
                        .path(0)
                        .path("because")
                        .path("appointments")
                        .toString())
                .isEqualTo("[\"a-398\"]");
        assertThat(run.out()).contains("TO PROPOSE", "Ya pasaron 2 meses desde tu última visita");
    }

    @Test
    void theScreenIsNeverWiderThanATerminal() {
        assertThat(run.out().lines()).allMatch(line -> Columns.width(line) <= Screen.WIDTH);
    }

    private static Stream<JsonNode> entries() {
        return document.path("contacts").valueStream().flatMap(BuiltInDayTest::entriesOf);
    }

    private static Stream<JsonNode> entriesOf(JsonNode contact) {
        return contact.path("conversations")
                .valueStream()
                .flatMap(c -> c.path("entries").valueStream());
    }

    private static JsonNode contact(String name) {
        return document.path("contacts")
                .valueStream()
                .filter(contact -> contact.path("displayName").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> addresses(String name) {
        return contact(name)
                .path("identifiers")
                .valueStream()
                .map(identifier -> identifier.path("value").asString())
                .toList();
    }

    private static String from(JsonNode entry) {
        return entry.path("from").asString();
    }

    private static long entry(String providerId) {
        return entries()
                .filter(entry -> entry.path("providerId").asString().equals(providerId))
                .count();
    }

    private static JsonNode find(String providerId) {
        return entries()
                .filter(entry -> entry.path("providerId").asString().equals(providerId))
                .findFirst()
                .orElseThrow();
    }

    private static String state(String providerId) {
        return find(providerId).path("state").asString();
    }
}
