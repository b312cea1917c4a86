package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.LINE;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.Contact;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
    private final Clinic clinic = new Clinic();

    private SystemEvent onlyEvent() {
        assertThat(clinic.timeline()).hasSize(1);
        return (SystemEvent) clinic.timeline().get(0);
    }

    private SetAside onlyAside() {
        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).hasSize(1);
        return clinic.keptAside().get(0);
    }

    @Nested
    class TheAddressBookOfThePhone {
        private static final String ADD = "{'type':'contact','action':'add','contact':{'full_name':'Ana Ejemplo',"
                + "'first_name':'Ana','phone_number':'" + ANA + "'},'metadata':{'timestamp':'" + NOON + "'}}";

        @Test
        @Requirement("CAP-6")
        void somebodyInTheAddressBookIsAContactWithoutHavingWritten() {
            clinic.receives(of("smb_app_state_sync", list("state_sync", ADD)));

            assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
            assertThat(clinic.timeline()).isEmpty();
        }

        @Test
        @Requirement("CAP-6")
        void anEntryMayJoinAPhoneAndAUserId() {
            clinic.receives(messages(message("wamid.1", text("Hola"))));
            clinic.receives(of(
                    "smb_app_state_sync",
                    list(
                            "state_sync",
                            ADD.replace(
                                    "'first_name':'Ana'",
                                    "'user_id':'" + ANA_ID + "','parent_user_id':'AR.ENT.1','username':'ana.e'"))));

            assertThat(clinic.values(clinic.onlyContact())).contains(ANA, ANA_ID, "AR.ENT.1");
            assertThat(clinic.onlyContact().username()).contains("ana.e");
        }

        @Test
        void whoIsTakenOutOfTheAddressBookStaysAContact() {
            clinic.receives(of("smb_app_state_sync", list("state_sync", ADD)));
            clinic.receives(of(
                    "smb_app_state_sync",
                    list(
                            "state_sync",
                            "{'type':'contact','action':'remove','contact':{'phone_number':'" + ANA
                                    + "'},'metadata':{'timestamp':'" + (NOON + 1) + "'}}")));

            assertThat(clinic.contacts()).extracting(Contact::displayName).hasSize(1);
            assertThat(clinic.keptAside())
                    .extracting(aside -> aside.what().reason())
                    .containsExactly("Somebody was taken out of the phone's address book; the contact stays.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'type':'contact','action':'add','contact':{'full_name':'Ana'},'metadata':{'timestamp':'1'}}",
                    "{'type':'contact','action':'add','contact':{'phone_number':'" + ANA + "'}}",
                    "{'type':'contact','action':'dance','contact':{'phone_number':'" + ANA + "'}}",
                    "{}"
                })
        @Requirement("CAP-5")
        void anEntryThatLacksSomethingIsKeptAside(String entry) {
            clinic.receives(of("smb_app_state_sync", list("state_sync", entry)));

            assertThat(onlyAside().what().raw()).isEqualTo(entry.replace('\'', '"'));
        }
    }

    @Nested
    @Requirement("CAP-11")
    class WhatHappensAroundAConversation {
        private static final String STOP =
                "{'wa_id':'" + ANA + "','detail':'User requested to stop marketing messages',"
                        + "'category':'marketing_messages','value':'stop','timestamp':" + NOON + "}";

        @Test
        void aPreferenceAboutMarketingIsANoticeThatCountsOnce() {
            clinic.receives(
                    of("user_preferences", "'contacts':[{'wa_id':'" + ANA + "'}]," + list("user_preferences", STOP)));
            clinic.receives(of("user_preferences", list("user_preferences", STOP, STOP)));

            assertThat(onlyEvent().kind()).isEqualTo(EventKind.CHANNEL_NOTICE);
            assertThat(onlyEvent().occurredAt()).isEqualTo(Instant.ofEpochSecond(NOON));
            assertThat(onlyEvent().content().type()).isEqualTo("user_preferences");
            assertThat(onlyEvent().content().text()).isEqualTo("User requested to stop marketing messages");
            assertThat(onlyEvent().content().raw()).contains("\"value\":\"stop\"");
        }

        @Test
        void stoppingAndResumingAreTwoNotices() {
            clinic.receives(of("user_preferences", list("user_preferences", STOP, STOP.replace("'stop'", "'resume'"))));

            assertThat(clinic.timeline()).hasSize(2);
        }

        @Test
        void aPurchaseThePlatformFoundIsANoticeOfWhomeverItNames() {
            clinic.receives(of(
                    "automatic_events",
                    Bodies.contact(ANA, "Ana Ejemplo") + ","
                            + list(
                                    "automatic_events",
                                    "{'id':'wamid.1','event_name':'Purchase','timestamp':" + NOON
                                            + ",'custom_data':{'currency':'ARS','value':2500.00}}")));

            assertThat(onlyEvent().content().text()).isEqualTo("Purchase");
            assertThat(onlyEvent().content().raw()).contains("\"value\":2500.00");
            assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
        }

        @Test
        @Requirement("CAP-5")
        void aLeadOfNobodyIsKeptAside() {
            clinic.receives(of(
                    "automatic_events",
                    list(
                            "automatic_events",
                            "{'id':'wamid.1','event_name':'LeadSubmitted','timestamp':" + NOON
                                    + ",'ctwa_clid':'Afc'}")));

            assertThat(onlyAside().what().raw()).contains("Afc");
        }

        @ParameterizedTest
        @CsvSource({
            "META_AI_AGENT, HANDED_TO_BOT",
            "bot, HANDED_TO_BOT",
            "human_agent, HANDED_TO_AGENT",
            "BUSINESS, HANDED_TO_AGENT",
            "maintainer, HANDED_TO_AGENT"
        })
        @Requirement("CAP-8")
        void aConversationHandedOverIsNotedWithWhoHasItNow(String owner, EventKind kind) {
            clinic.receives(of("messaging_handovers", handover("'sender':{'phone_number':'" + ANA + "'}", owner)));

            assertThat(onlyEvent().kind()).isEqualTo(kind);
            assertThat(clinic.keptAside()).isEmpty();
        }

        @Test
        void aHandoverMayNameTheLineAsItsRecipient() {
            clinic.receives(Bodies.webhook(
                    Bodies.entry("{'field':'messaging_handovers','value':{'recipient':{'phone_number_id':'" + LINE
                            + "'}," + handover("'sender':{'phone_number':'" + ANA + "'}", "bot") + "}}")));

            assertThat(onlyEvent().kind()).isEqualTo(EventKind.HANDED_TO_BOT);
        }

        @Test
        @Requirement("CAP-5")
        void aHandoverOfNobodyIsKeptAside() {
            clinic.receives(of("messaging_handovers", handover("'sender':{}", "bot")));

            assertThat(onlyAside().what().raw()).contains("control_passed");
        }

        private static String handover(String sender, String owner) {
            return sender + ",'type':'control_passed','timestamp':'" + NOON
                    + "','control_passed':{'previous_owner_role':'x','new_owner_role':'" + owner + "'}";
        }
    }

    @Nested
    @Requirement("CAP-2")
    class WhatIsNotReadYet {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "calls",
                    "group_lifecycle_update",
                    "group_participants_update",
                    "account_alerts",
                    "flows",
                    "field_of_2027"
                })
        void aChangeOfAnotherFieldIsKeptWhole(String field) {
            clinic.receives(of(field, "'" + field + "':[{'id':'wacid.1','event':'terminate'}],'errors':[{'code':1}]"));

            assertThat(onlyAside().what().raw())
                    .contains("wacid.1", "\"errors\"", "\"phone_number_id\":\"" + LINE + "\"", "\"field\":\"" + field);
        }

        @Test
        void whyItIsKeptAsideIsSaid() {
            clinic.receives(of("calls", "'calls':[{'id':'wacid.1'}]"));

            assertThat(onlyAside().what().reason()).isEqualTo("Changes of calls are not read.");
        }

        @Test
        void anErrorThatBelongsToNoMessageIsKeptAside() {
            clinic.receives(of("messages", "'errors':[{'code':130429,'title':'Rate limit hit'}]"));

            assertThat(onlyAside().what().reason())
                    .isEqualTo("The platform reports an error that belongs to no message.");
        }

        @Test
        void partsNobodyHasHeardOfAreKeptAsideAndTheRestIsCaptured() {
            clinic.receives(
                    of(
                            "messages",
                            list("messages", message("wamid.1", text("Hola")))
                                    + ",'conversation_context':{'type':'summary','summary':{'text':'Pide turno'}},'errors':[{'code':1}]"));

            assertThat(clinic.onlyContent().text()).isEqualTo("Hola");
            assertThat(clinic.keptAside())
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.what().raw())
                            .isEqualTo(
                                    "{\"conversation_context\":{\"type\":\"summary\",\"summary\":{\"text\":\"Pide turno\"}},"
                                            + "\"errors\":[{\"code\":1}]}"));
        }

        @Test
        void aReasonNeverQuotesWhatItIsAbout() {
            clinic.receives(of("Llamó Ana al 5491155501234", "'x':{'name':'Ana'}"));

            assertThat(onlyAside().what().reason()).doesNotContain("Ana", "5491155501234");
        }
    }
}
