package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.NUMBER;
import static io.crmkit.whatsapp.Bodies.echo;
import static io.crmkit.whatsapp.Bodies.echoes;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.status;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-13")
class EchoesTest {
    private final Clinic clinic = new Clinic();

    @Test
    void whatTheBusinessWritesOnItsPhoneIsAnAgentsMessageToTheCustomer() {
        clinic.receives(echoes(echo("wamid.out", text("La esperamos a las diez"))));

        assertThat(clinic.onlyMessage().author()).isEqualTo(Author.AGENT);
        assertThat(clinic.onlyMessage().origin()).isEqualTo(Origin.ECHO);
        assertThat(clinic.onlyMessage().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(clinic.onlyContent().text()).isEqualTo("La esperamos a las diez");
        assertThat(clinic.onlyContent().senderName()).isNull();
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
    }

    @Test
    void theCustomersNameBesideAnEchoIsTheContacts() {
        clinic.receives(of(
                "smb_message_echoes",
                Bodies.contact(ANA, "Ana Ejemplo") + "," + list("message_echoes", echo("wamid.out", text("Hola")))));

        assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
    }

    @Test
    @Requirement("CAP-6")
    void anEchoMayNameTheCustomerByIdOnly() {
        clinic.receives(echoes("{'from':'" + NUMBER + "','to_user_id':'" + ANA_ID + "','id':'wamid.out','timestamp':'"
                + NOON + "'," + text("Hola") + "}"));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA_ID);
    }

    @Test
    void anEditOnThePhoneChangesTheMessage() {
        clinic.receives(echoes(
                echo("wamid.out", text("A las diez")),
                echo(
                        "wamid.e",
                        "'type':'edit','edit':{'original_message_id':'wamid.out','message':{'type':'text',"
                                + "'text':{'body':'A las once'}}}")));

        assertThat(clinic.onlyContent().text()).isEqualTo("A las once");
    }

    @Test
    void aMessageTakenBackOnThePhoneIsNotShown() {
        clinic.receives(echoes(
                echo("wamid.out", text("Para otro")),
                echo("wamid.e", "'type':'revoke','revoke':{'original_message_id':'wamid.out'}")));

        assertThat(clinic.onlyMessage().deletedAt()).isPresent();
    }

    @Test
    void anEchoToldTheWrongWayRoundIsAboutTheCustomerAllTheSame() {
        clinic.receives(echoes("{'from':'" + ANA + "','to':'" + NUMBER + "','id':'wamid.out','timestamp':'" + NOON
                + "'," + text("Hola") + "}"));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
    }

    @Test
    @Requirement("CAP-3")
    void whatTheHostSaidItSentIsNotDoubledByItsEcho() {
        ProviderRef ref = new ProviderRef(new ChannelAccount("whatsapp", Bodies.LINE), "wamid.out");
        clinic.session()
                .capture(MessageEvent.sent(
                        ref,
                        Party.of(Identifier.phone(ANA)),
                        Author.BOT,
                        Instant.ofEpochSecond(NOON),
                        Content.text("Hola, soy el asistente")));

        clinic.receives(echoes(echo("wamid.out", text("Hola, soy el asistente"))));

        assertThat(clinic.onlyMessage().author()).isEqualTo(Author.BOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'to':'1203@g.us'", "'to':{}", "'x':1"})
    @Requirement("CAP-5")
    void anEchoToNobodyIsKeptAside(String to) {
        clinic.receives(echoes("{'from':'" + NUMBER + "'," + to + ",'id':'wamid.out','timestamp':'" + NOON + "',"
                + text("Hola") + "}"));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).hasSize(1);
    }

    /** While Meta's own agent answers, everything comes one level deeper. */
    @Nested
    class Standby {
        @Test
        void theCustomersMessagesAreThereLikeAnyOther() {
            clinic.receives(of(
                    "standby",
                    "'standby':{" + Bodies.contact(ANA, "Ana Ejemplo") + ","
                            + list("messages", message("wamid.1", text("¿Atienden hoy?"))) + "}"));

            assertThat(clinic.onlyMessage().author()).isEqualTo(Author.CUSTOMER);
            assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
            assertThat(clinic.keptAside()).isEmpty();
        }

        @Test
        void whatTheAgentOfThePlatformSaysIsABots() {
            clinic.receives(of(
                    "standby",
                    "'standby':{"
                            + list(
                                    "message_echoes",
                                    "{'id':'wamid.out','timestamp':'" + NOON + "','message':{'to':'" + ANA
                                            + "','type':'text','text':{'body':'Sí, hasta las 18'}}}",
                                    "{'id':'wamid.out2','timestamp':'" + NOON + "','message':{'recipient':'" + ANA_ID
                                            + "','type':'interactive','interactive':{'type':'button',"
                                            + "'body':{'text':'¿Reservo?'}}}}")
                            + ","
                            + list("statuses", status("wamid.out", "read", NOON + 1, "'recipient_id':'" + ANA + "'"))
                            + "}"));

            assertThat(clinic.contacts()).hasSize(2);
            assertThat(clinic.contacts())
                    .flatExtracting(clinic::timeline)
                    .extracting(Interaction::author, entry -> entry.content().text())
                    .containsExactlyInAnyOrder(tuple(Author.BOT, "Sí, hasta las 18"), tuple(Author.BOT, "¿Reservo?"));
        }

        @Test
        @Requirement("CAP-5")
        void whatIsNotKnownDownThereIsKeptAsideToo() {
            clinic.receives(of(
                    "standby",
                    "'standby':{" + list("messages", message("wamid.1", text("Hola"))) + ",'novelty':{'x':1}}"));
            clinic.receives(of("standby", "'standby':{}"));
            clinic.receives(of("standby", "'standby':'later'"));

            assertThat(clinic.timeline()).hasSize(1);
            assertThat(clinic.keptAside())
                    .hasSize(3)
                    .anyMatch(aside -> aside.what().raw().contains("novelty"));
        }
    }

    @Test
    @Requirement("CAP-3")
    void oneMessageThatComesThreeWaysIsOneMessage() {
        clinic.receives(messages(message("wamid.1", text("Hola")), message("wamid.1", text("Hola"))));
        clinic.receives(of("standby", "'standby':{" + list("messages", message("wamid.1", text("Hola"))) + "}"));
        clinic.receives(of(
                "history",
                "'history':[{'threads':[{'id':'" + ANA + "','messages':[" + message("wamid.1", text("Hola"))
                        + "]}]}]"));

        assertThat(clinic.onlyMessage().origin()).isEqualTo(Origin.LIVE);
    }
}
