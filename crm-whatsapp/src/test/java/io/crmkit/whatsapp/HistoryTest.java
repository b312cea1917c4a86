package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.BETO;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.NUMBER;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Origin;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-13")
class HistoryTest {
    private final Clinic clinic = new Clinic();

    private void imports(String... threads) {
        clinic.receives(of(
                "history",
                "'history':[{'metadata':{'phase':0,'chunk_order':1,'progress':55}," + list("threads", threads) + "}]"));
    }

    private static String thread(String customer, String... messages) {
        return "{" + customer + "," + list("messages", messages) + "}";
    }

    private static String status(String status) {
        return ",'history_context':{'status':'" + status + "'}";
    }

    @Test
    void thePastOfALineIsItsContactsTimelines() {
        imports(
                thread(
                        "'id':'" + ANA + "'",
                        message(NUMBER, "wamid.1", NOON, text("¿Le queda bien el jueves?") + status("READ")),
                        message(ANA, "wamid.2", NOON + 60, text("Perfecto") + status("READ"))),
                thread("'id':'" + BETO + "'", message(NUMBER, "wamid.3", NOON, text("Hola Beto") + status("SENT"))));

        assertThat(clinic.contacts()).hasSize(2);
        assertThat(clinic.contacts())
                .flatExtracting(clinic::timeline)
                .extracting(Interaction::author, entry -> entry.content().text(), entry -> ((Message) entry).origin())
                .containsExactlyInAnyOrder(
                        tuple(Author.AGENT, "¿Le queda bien el jueves?", Origin.HISTORY),
                        tuple(Author.CUSTOMER, "Perfecto", Origin.HISTORY),
                        tuple(Author.AGENT, "Hola Beto", Origin.HISTORY));
        assertThat(clinic.keptAside()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, SENT",
        "DELIVERED, DELIVERED",
        "READ, READ",
        "PLAYED, PLAYED",
        "ERROR, FAILED",
        "PENDING, PENDING",
        "WHATEVER, PENDING"
    })
    void howFarABusinessMessageGotIsToldWithIt(String told, DeliveryState state) {
        imports(thread("'id':'" + ANA + "'", message(NUMBER, "wamid.1", NOON, text("Hola") + status(told))));

        assertThat(clinic.onlyMessage().state()).isEqualTo(state);
        assertThat(clinic.keptAside()).isEmpty();
    }

    @Test
    @Requirement("CAP-6")
    void aThreadMayNameItsCustomerByIdAndUsername() {
        imports(thread(
                "'context':{'user_id':'" + ANA_ID + "','username':'@ana.e'}",
                "{'from_user_id':'" + ANA_ID + "','id':'wamid.1','timestamp':'" + NOON + "'," + text("Hola") + "}",
                message(NUMBER, "wamid.2", NOON + 1, text("Buenas"))));

        assertThat(clinic.timeline()).extracting(Interaction::author).containsExactly(Author.CUSTOMER, Author.AGENT);
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA_ID);
        assertThat(clinic.onlyContact().username()).contains("ana.e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from':'5491150001000'",
                "'from':'5491177770000'",
                "'from_user_id':'AR.999'",
                "'to':'" + ANA + "'"
            })
    void whoeverInAThreadIsNotItsCustomerIsTheBusiness(String sender) {
        imports(thread(
                "'id':'" + ANA + "','context':{'wa_id':'" + ANA + "','user_id':'" + ANA_ID + "'}",
                "{" + sender + ",'id':'wamid.1','timestamp':'" + NOON + "'," + text("Hola") + "}"));

        assertThat(clinic.onlyMessage().author()).isEqualTo(Author.AGENT);
    }

    @Test
    void theCustomersNumberMayBeWrittenInTwoWays() {
        imports(thread("'id':'554188887777'", message("5541988887777", "wamid.1", NOON, text("Oi"))));

        assertThat(clinic.onlyMessage().author()).isEqualTo(Author.CUSTOMER);
    }

    @Test
    void withoutAnythingAboutTheThreadItsMessagesSayWhoseItIs() {
        imports("{"
                + list(
                        "messages",
                        message(ANA, "wamid.1", NOON, text("Hola")),
                        message(NUMBER, "wamid.2", NOON + 1, "'to':'" + ANA + "'," + text("Buenas")))
                + "}");

        assertThat(clinic.timeline()).extracting(Interaction::author).containsExactly(Author.CUSTOMER, Author.AGENT);
    }

    @Test
    @Requirement("CAP-14")
    void aPlaceholderGivesWayToTheFileThatComesLater() {
        imports(thread(
                "'id':'" + ANA + "'",
                message(ANA, "wamid.1", NOON, "'type':'media_placeholder'"),
                message(NUMBER, "wamid.2", NOON + 1, "'type':'media_placeholder'")));
        clinic.receives(of(
                "history",
                list(
                                "messages",
                                message(
                                        ANA,
                                        "wamid.1",
                                        NOON,
                                        "'type':'image','image':{'id':'5','mime_type':'image/jpeg'}"))
                        + ","
                        + list(
                                "message_echoes",
                                "{'from':'" + NUMBER + "','to':'" + ANA + "','id':'wamid.2','timestamp':'" + (NOON + 1)
                                        + "','type':'document','document':{'id':'6','mime_type':'application/pdf'}}")));

        assertThat(clinic.timeline())
                .extracting(entry -> entry.content().type(), entry -> ((Message) entry).origin())
                .containsExactly(tuple("image", Origin.HISTORY), tuple("document", Origin.HISTORY));
    }

    @Test
    void changesToMessagesArePartOfThePast() {
        imports(thread(
                "'id':'" + ANA + "'",
                message(ANA, "wamid.1", NOON, text("El jueves")),
                message(ANA, "wamid.2", NOON + 1, "'type':'revoke','revoke':{'original_message_id':'wamid.1'}")));

        assertThat(clinic.onlyMessage().deletedAt()).isPresent();
    }

    @Test
    @Requirement("CAP-5")
    void aBusinessThatDeclinesToShareItsPastIsNoted() {
        clinic.receives(of(
                "history",
                "'history':[{'errors':[{'code':2593109,'title':'History sync is turned off',"
                        + "'error_data':{'details':'Turned off by the business'}}]}]"));

        assertThat(clinic.keptAside()).singleElement().satisfies(aside -> {
            assertThat(aside.what().reason()).contains("declined");
            assertThat(aside.what().raw()).contains("2593109");
        });
    }

    @Test
    @Requirement("CAP-5")
    void whatCannotBeReadOfThePastCostsNothingOfTheRest() {
        clinic.receives(of(
                "history",
                "'history':['x',{'metadata':{}},{'threads':[7,{'id':'" + ANA + "'},"
                        + thread(
                                "'id':'" + ANA + "'",
                                "{}",
                                "'?'",
                                "{'id':'wamid.0','timestamp':'" + NOON + "'," + text("¿De quién?") + "}",
                                message("wamid.1", text("Hola")))
                        + "]}]"));

        assertThat(clinic.onlyContent().text()).isEqualTo("Hola");
        assertThat(clinic.keptAside()).hasSize(7);
    }
}
