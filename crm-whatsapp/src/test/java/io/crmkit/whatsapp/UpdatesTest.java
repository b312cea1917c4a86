package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.echo;
import static io.crmkit.whatsapp.Bodies.echoes;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.status;
import static io.crmkit.whatsapp.Bodies.statuses;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.capture.Outcome;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-4")
class UpdatesTest {
    private static final String TO_ANA = "'recipient_id':'" + ANA + "'";
    private static final String SAID = echoes(echo("wamid.out", text("Su turno es el jueves")));

    private final Clinic clinic = new Clinic();

    private Message sent() {
        return clinic.onlyMessage();
    }

    @Nested
    class Statuses {
        @ParameterizedTest
        @ValueSource(strings = {"sent", "delivered", "read", "played"})
        @Requirement("CAP-2")
        void aStatusShowsOnItsMessage(String reached) {
            clinic.receives(SAID);

            WebhookReply reply = clinic.receives(statuses(status("wamid.out", reached, NOON + 5, TO_ANA)));

            assertThat(reply.outcomes()).allMatch(Outcome.Applied.class::isInstance);
            assertThat(sent().state().name()).isEqualToIgnoringCase(reached);
        }

        @Test
        void aStatusThatIsEarlierThanItsMessageWaitsForIt() {
            clinic.receives(statuses(status("wamid.out", "read", NOON + 5, TO_ANA)));
            assertThat(clinic.contacts()).isEmpty();

            clinic.receives(SAID);

            assertThat(sent().state()).isEqualTo(DeliveryState.READ);
        }

        @Test
        void statusesOfOnePostNeverGoBack() {
            clinic.receives(SAID);
            clinic.receives(statuses(
                    status("wamid.out", "read", NOON + 9, TO_ANA),
                    status("wamid.out", "sent", NOON + 1, TO_ANA),
                    status("wamid.out", "delivered", NOON + 5, TO_ANA)));

            assertThat(sent().state()).isEqualTo(DeliveryState.READ);
        }

        @Test
        void aFailureKeepsItsError() {
            clinic.receives(SAID);
            clinic.receives(statuses(status(
                    "wamid.out",
                    "failed",
                    NOON + 5,
                    TO_ANA + ",'errors':[{'code':131026,'title':'Undeliverable','message':'Undeliverable',"
                            + "'error_data':{'details':'Not on WhatsApp'},'href':'https://x.example'}]")));

            assertThat(sent().state()).isEqualTo(DeliveryState.FAILED);
            assertThat(sent().delivery().error())
                    .isEqualTo(new ProviderError(131026, "Undeliverable", "Not on WhatsApp"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'recipient_user_id':'" + ANA_ID + "'",
                    "'recipient_parent_user_id':'AR.ENT.9'",
                    "'parent_recipient_user_id':'AR.ENT.9'",
                    "'recipient_type':'group','recipient_id':'1203@g.us','recipient_participant_id':'" + ANA + "'",
                    "'recipient_type':'group','recipient_id':'1203@g.us','participant_recipient_id':'" + ANA + "'",
                    "'recipient_participant_user_id':'" + ANA_ID + "'"
                })
        void everyWayToNameTheRecipientWillDo(String recipient) {
            clinic.receives(SAID);
            clinic.receives(statuses(status("wamid.out", "delivered", NOON + 5, recipient)));

            assertThat(sent().state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(clinic.keptAside()).isEmpty();
        }

        @Test
        void whoeverIsListedAloneBesideAStatusWithoutRecipientIsMeant() {
            clinic.receives(SAID);
            clinic.receives(of(
                    "messages",
                    Bodies.contact(ANA, "Ana Ejemplo") + ","
                            + list("statuses", status("wamid.out", "read", NOON + 5, ""))));

            assertThat(sent().state()).isEqualTo(DeliveryState.READ);
            assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
        }

        @Test
        @Requirement("CAP-6")
        void whatAStatusSaysOfTheRecipientsIdsIsNoted() {
            clinic.receives(SAID);
            clinic.receives(of(
                    "messages",
                    "'contacts':[{'profile':{'name':'Ana','username':'ana.e'},'user_id':'" + ANA_ID + "'}],"
                            + list(
                                    "statuses",
                                    status(
                                            "wamid.out",
                                            "delivered",
                                            NOON + 5,
                                            TO_ANA + ",'recipient_user_id':'" + ANA_ID + "'"))));
            clinic.receives(of(
                    "messages",
                    list(
                            "messages",
                            "{'from_user_id':'" + ANA_ID + "','id':'wamid.in','timestamp':'" + (NOON + 60) + "',"
                                    + text("Gracias") + "}")));

            assertThat(clinic.timeline()).hasSize(2);
            assertThat(clinic.onlyContact().username()).contains("ana.e");
        }

        @ParameterizedTest
        @ValueSource(strings = {"deleted", "warning", "teleported", "", "Entregado ✓"})
        @Requirement("CAP-5")
        void aStatusNobodyKnowsIsKeptAside(String status) {
            clinic.receives(statuses(status("wamid.out", status, NOON, TO_ANA)));

            assertThat(clinic.keptAside())
                    .extracting(aside -> aside.what().reason())
                    .containsExactly("A status of a kind that is not known.");
        }

        @Test
        @Requirement("CAP-5")
        void aStatusOfNobodyOrOfNoMessageIsKeptAside() {
            clinic.receives(statuses(
                    status("wamid.out", "read", NOON, "'recipient_type':'group','recipient_id':'1203@g.us'"),
                    "{'status':'read','timestamp':'" + NOON + "'," + TO_ANA + "}"));

            assertThat(clinic.keptAside())
                    .extracting(aside -> aside.what().reason())
                    .containsExactlyInAnyOrder(
                            "A status names no recipient.", "A status lacks its message's id or its time.");
        }
    }

    @Nested
    class ChangesToMessages {
        private static final String EDIT = message(
                "wamid.2",
                "'type':'edit','edit':{'original_message_id':'wamid.1','message':{'type':'text',"
                        + "'text':{'body':'El viernes'}}}");
        private static final String REVOKE =
                message("wamid.3", "'type':'revoke','revoke':{'original_message_id':'wamid.1'}");

        @Test
        void anEditShowsTheNewTextAndKeepsTheOld() {
            clinic.receives(messages(message("wamid.1", text("El jueves")), EDIT));

            assertThat(sent().content().text()).isEqualTo("El viernes");
            assertThat(sent().original().text()).isEqualTo("El jueves");
            assertThat(sent().editedAt()).contains(Instant.ofEpochSecond(NOON));
        }

        @Test
        void aMessageTakenBackIsNotShown() {
            clinic.receives(messages(message("wamid.1", text("Me equivoqué")), REVOKE));

            assertThat(sent().content().text()).isNull();
            assertThat(sent().deletedAt()).contains(Instant.ofEpochSecond(NOON));
        }

        @Test
        void whatWasDoneToAMessageBeforeItCameIsDoneWhenItComes() {
            clinic.receives(messages(EDIT));
            clinic.receives(messages(reaction("wamid.1", "'👍'", NOON)));
            clinic.receives(messages(message("wamid.1", text("El jueves"))));

            assertThat(sent().content().text()).isEqualTo("El viernes");
            assertThat(sent().reactions()).hasSize(1);
        }

        @Test
        void aReactionShowsOnTheMessageAndIsTakenBackByAnEmptyOne() {
            clinic.receives(SAID);
            clinic.receives(messages(reaction("wamid.out", "'🙏'", NOON + 1)));
            assertThat(sent().reactions())
                    .containsExactly(new Reacted(Author.CUSTOMER, Instant.ofEpochSecond(NOON + 1), "🙏"));

            clinic.receives(messages(reaction("wamid.out", "''", NOON + 2)));
            assertThat(sent().reactions()).isEmpty();
        }

        @Test
        void aReactionWithoutEmojiIsTakenBackToo() {
            clinic.receives(SAID);
            clinic.receives(messages(
                    reaction("wamid.out", "'🙏'", NOON + 1),
                    message(ANA, "wamid.r", NOON + 2, "'type':'reaction','reaction':{'message_id':'wamid.out'}")));

            assertThat(sent().reactions()).isEmpty();
        }

        @Test
        void theBusinessMayReactToo() {
            clinic.receives(messages(message("wamid.1", text("Llegué bien"))));
            clinic.receives(
                    echoes(echo("wamid.e", "'type':'reaction','reaction':{'message_id':'wamid.1','emoji':'❤️'}")));

            assertThat(sent().reactions()).extracting(Reacted::by).containsExactly(Author.AGENT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'type':'edit','edit':{'original_message_id':'wamid.1'}",
                    "'type':'edit','edit':{'message':{'type':'text','text':{'body':'x'}}}",
                    "'type':'revoke'",
                    "'type':'revoke','revoke':{'original_message_id':{}}",
                    "'type':'reaction','reaction':'👍'"
                })
        @Requirement("CAP-5")
        void aChangeThatDoesNotSayWhatItChangesIsKeptAside(String parts) {
            clinic.receives(messages(message("wamid.9", parts)));

            assertThat(clinic.contacts()).isEmpty();
            assertThat(clinic.keptAside()).hasSize(1);
        }

        private String reaction(String to, String emoji, long at) {
            return message(
                    ANA,
                    "wamid.r" + at,
                    at,
                    "'type':'reaction','reaction':{'message_id':'" + to + "','emoji':" + emoji + "}");
        }
    }
}
