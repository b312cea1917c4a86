package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the host's scheduler and till tell is replayed from files beside the webhooks. */
class HostFilesTest {
    private static final String ANA = "5491155550191";
    private static final long TEN = Instant.parse("2026-03-10T13:00:00Z").getEpochSecond();

    @TempDir
    Path folder;

    private static String appointment(String at, String status, String more) {
        return ("{'kind':'appointment','id':'A-1','contact':{'scheme':'phone','value':'+" + ANA + "'},"
                        + "'at':'%s','status':'%s'%s}")
                .formatted(at, status, more);
    }

    private static String payment(String id, String type, String amount) {
        return ("{'kind':'payment','id':'%s','contact':{'scheme':'phone','value':'" + ANA + "'},"
                        + "'at':'2026-03-10T14:00:00Z','type':'%s','amount':%s,'currency':'ARS','for':'A-1'}")
                .formatted(id, type, amount);
    }

    private static String event(String id, String type, String at, String more) {
        return ("{'kind':'event','id':'%s','contact':{'scheme':'phone','value':'" + ANA + "'},"
                        + "'at':'%s','type':'%s'%s}")
                .formatted(id, at, type, more);
    }

    private JsonNode onlyContact() {
        JsonNode document = Run.document(folder, "--now", "2026-03-12T12:00:00Z");
        assertThat(document.path("setAside")).isEmpty();
        assertThat(document.path("contacts")).hasSize(1);
        return document.path("contacts").path(0);
    }

    @Test
    @Requirement({"CAP-10", "PRO-3"})
    void anAppointmentIsAsItWasLastTold() throws IOException {
        Run.file(folder, "1.json", appointment("2026-03-10T15:00:00Z", "attended", ""));
        Run.file(
                folder,
                "2.json",
                appointment(
                        "2026-03-09T12:00:00-03:00",
                        "booked",
                        ",'start':'2026-03-10T11:00:00','zone':'America/Argentina/Buenos_Aires',"
                                + "'service':'Limpieza','price':15000.50,'currency':'ARS'"));
        Run.file(folder, "3.json", Run.webhook("105", ANA, "in-1", TEN, "Hola"));

        assertThat(onlyContact().path("appointments").toString())
                .isEqualTo("[{\"id\":\"A-1\",\"status\":\"attended\",\"start\":\"2026-03-10T14:00:00Z\","
                        + "\"service\":\"Limpieza\",\"price\":15000.5,\"currency\":\"ARS\"}]");
    }

    private void visit(String id, String start) throws IOException {
        Run.file(
                folder,
                id + ".json",
                ("{'kind':'appointment','id':'" + id + "','contact':{'scheme':'phone','value':'" + ANA + "'},"
                                + "'at':'%s:00-03:00','status':'attended','start':'%s:00',"
                                + "'zone':'America/Argentina/Buenos_Aires','service':'Limpieza'}")
                        .formatted(start, start));
    }

    @Test
    @Requirement({"BEH-2", "AST-2", "AST-3", "AST-4"})
    void howTheyBookAndWhatToProposeStandsBesideIt() throws IOException {
        visit("A-1", "2025-12-16T10:00");
        visit("A-2", "2026-01-13T10:30");
        visit("A-3", "2026-02-10T10:00");
        Run.file(
                folder,
                "cancelled.json",
                "{'kind':'appointment','id':'A-4','contact':{'scheme':'phone','value':'" + ANA + "'},"
                        + "'at':'2026-03-09T12:00:00Z','status':'cancelled','by':'customer','start':'2026-03-10T13:00:00Z'}");

        JsonNode contact = onlyContact();
        assertThat(contact.path("habits").toString())
                .isEqualTo("{\"bookings\":4,\"interval\":{\"days\":28,\"bookings\":3},"
                        + "\"perMonth\":{\"visits\":1.1,\"bookings\":3},"
                        + "\"weekdays\":{\"value\":[\"tuesday\"],\"times\":3,\"bookings\":3},"
                        + "\"timeOfDay\":{\"value\":\"morning\",\"times\":3,\"bookings\":3},"
                        + "\"time\":{\"value\":\"10:00\",\"times\":3,\"bookings\":3},"
                        + "\"cancellations\":{\"times\":1,\"late\":0,\"noticeHours\":25.0,\"bookings\":4},"
                        + "\"noShows\":{\"times\":0,\"bookings\":3},\"rescheduling\":{\"times\":0,\"bookings\":4},"
                        + "\"service\":{\"value\":\"Limpieza\",\"times\":3,\"bookings\":3}}");
        assertThat(contact.path("suggestions").toString())
                .isEqualTo("[{\"kind\":\"proactive\","
                        + "\"text\":\"Ya pasó un mes desde tu última visita, el martes 10 de febrero. "
                        + "¿Querés sacar turno para Limpieza?\","
                        + "\"because\":{\"lastVisit\":\"2026-02-10\",\"daysSince\":30,\"usualDays\":28,"
                        + "\"appointments\":[\"A-1\",\"A-2\",\"A-3\"]}},"
                        + "{\"kind\":\"same_slot\",\"text\":\"¿Querés Limpieza en el mismo horario que la última vez? "
                        + "Sería el martes 17 de marzo a las 10:00.\","
                        + "\"because\":{\"lastVisit\":\"2026-02-10T10:00\",\"next\":\"2026-03-17T10:00\","
                        + "\"zone\":\"America/Argentina/Buenos_Aires\",\"appointments\":[\"A-3\"]}},"
                        + "{\"kind\":\"pattern\",\"text\":\"Preferís los martes a la mañana: ¿te busco un turno?\","
                        + "\"because\":{\"weekdays\":[\"tuesday\"],\"timeOfDay\":\"morning\",\"times\":3,"
                        + "\"bookings\":3,\"appointments\":[\"A-1\",\"A-2\",\"A-3\"]}}]");
    }

    @Test
    @Requirement("CAP-16")
    void whatWasPaidLessWhatWasPaidBackIsSpent() throws IOException {
        Run.file(folder, "1.json", payment("P-1", "payment", "100.10"));
        Run.file(folder, "2.json", payment("P-1", "payment", "100.10"));
        Run.file(folder, "3.json", payment("P-2", "payment", "'0.20'"));
        Run.file(folder, "4.json", payment("R-1", "refund", "50"));

        assertThat(onlyContact().path("spend").toString()).isEqualTo("[{\"currency\":\"ARS\",\"amount\":50.3}]");
    }

    @Test
    @Requirement("CAP-11")
    void whatHappensIsInTheConversation() throws IOException {
        Run.file(folder, "1.json", Run.webhook("105", ANA, "in-1", TEN, "Hola"));
        Run.file(folder, "2.json", event("E-1", "feedback", "2026-03-10T13:05:00Z", ",'score':4.5,'text':'Muy bien'"));
        Run.file(folder, "3.json", event("E-2", "conversation_ended", "2026-03-10T13:06:00Z", ""));

        JsonNode conversations = onlyContact().path("conversations");
        assertThat(conversations).hasSize(1);
        assertThat(conversations.path(0).path("status").asString()).isEqualTo("closed");
        JsonNode feedback = conversations.path(0).path("entries").path(1);
        assertThat(feedback.path("type").asString()).isEqualTo("feedback");
        assertThat(feedback.path("text").asString()).isEqualTo("Muy bien");
        assertThat(feedback.path("score").decimalValue()).isEqualByComparingTo("4.5");
    }

    @Test
    void whatIsIncompleteIsSetAsideWithItsReason() throws IOException {
        Run.file(folder, "1.json", appointment("yesterday", "booked", ""));
        Run.file(folder, "2.json", appointment("2026-03-10T15:00:00Z", "maybe", ""));
        Run.file(folder, "3.json", payment("P-1", "payment", "'lots'"));
        Run.file(folder, "4.json", payment("P-2", "payment", "-5"));
        Run.file(folder, "5.json", "{'kind':'payment','id':'P-3'}");

        JsonNode document = Run.document(folder);
        assertThat(document.path("contacts")).isEmpty();
        assertThat(document.path("setAside").findValuesAsString("reason"))
                .containsExactly(
                        "\"at\" is written like 2026-03-10T12:40:04Z.",
                        "\"status\" is none of those there are.",
                        "\"amount\" is no number.",
                        "An amount is zero or more; what goes back is a refund",
                        "A contact has a field \"scheme\".");
    }
}
