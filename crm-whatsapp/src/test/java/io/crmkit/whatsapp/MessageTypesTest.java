package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reply;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-2")
class MessageTypesTest {
    private final Clinic clinic = new Clinic();

    private Content read(String parts) {
        clinic.receives(messages(message("wamid.1", parts)));
        assertThat(clinic.keptAside()).isEmpty();
        return clinic.onlyContent();
    }

    @Test
    @Requirement({"CAP-1", "CAP-7"})
    void aTextFromSomebodyUnknownMakesAContactWithItsNameNumberAndTime() {
        clinic.receives(messages(message("wamid.1", text("Hola, ¿tienen turno el jueves?"))));

        Message message = clinic.onlyMessage();
        assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(Bodies.ANA);
        assertThat(message.author()).isEqualTo(Author.CUSTOMER);
        assertThat(message.state()).isEqualTo(DeliveryState.RECEIVED);
        assertThat(message.occurredAt()).isEqualTo(Instant.parse("2026-09-01T12:00:00Z"));
        assertThat(message.occurrence().receivedAt()).isEqualTo(Clinic.NOW);
        assertThat(message.content().text()).isEqualTo("Hola, ¿tienen turno el jueves?");
        assertThat(message.content().senderName()).isEqualTo("Ana Ejemplo");
    }

    @Test
    void theMessageIsKeptAsItCame() {
        Content content = read(text("Hola") + ",'brand_new_field':{'x':[1,2.50]}");

        assertThat(content.raw()).contains("\"brand_new_field\":{\"x\":[1,2.50]}", "\"body\":\"Hola\"");
    }

    /** Scar 36: every type, known or not, leaves an interaction with its raw payload and creates the contact. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ephemeral",
                "request_welcome",
                "unsupported",
                "unknown",
                "voice",
                "poll_creation",
                "something_of_2027"
            })
    @Requirement("CAP-1")
    void everyTypeLeavesAnEntryWithAllOfItAndMakesTheContact(String type) {
        Content content = read("'type':'" + type + "','" + type + "':{'mystery':7}");

        assertThat(content.type()).isEqualTo(type);
        assertThat(content.raw()).contains("\"mystery\":7");
        assertThat(clinic.onlyContact().displayName()).contains("Ana Ejemplo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'type':'No es un tipo'", "'type':7.5", "'type':null", "'type':{}", "'kind':'text'"})
    void whatHasNoUsableTypeIsUnknownButThere(String parts) {
        assertThat(read(parts).type()).isEqualTo("unknown");
    }

    @Test
    void aPartOfTheWrongShapeCostsOnlyItself() {
        Content content = read("'type':'text','text':'Hola','context':7,'referral':[],'errors':'x'");

        assertThat(content.text()).isNull();
        assertThat(content.raw()).contains("\"text\":\"Hola\"");
    }

    @Nested
    @Requirement("CAP-14")
    class Media {
        @Test
        void anImageHasItsFileAndItsCaption() {
            Content content = read("'type':'image','image':{'id':'555','mime_type':'image/jpeg','sha256':'q83v',"
                    + "'caption':'Mi radiografía','url':'https://media.example/5'}");

            assertThat(content.text()).isEqualTo("Mi radiografía");
            assertThat(content.attachments())
                    .containsExactly(new Attachment("image", "555", "image/jpeg", "q83v", null));
        }

        @Test
        void aDocumentHasItsFileName() {
            Content content = read(
                    "'type':'document','document':{'id':'6','mime_type':'application/pdf','filename':'Análisis.pdf'}");

            assertThat(content.attachments())
                    .containsExactly(new Attachment("document", "6", "application/pdf", null, "Análisis.pdf"));
        }

        @Test
        void aVoiceNoteIsToldFromOtherAudio() {
            Content content =
                    read("'type':'audio','audio':{'id':'7','mime_type':'audio/ogg; codecs=opus','voice':true}");

            assertThat(content.type()).isEqualTo("audio");
            assertThat(content.attachments()).extracting(Attachment::kind).containsExactly("voice");
        }

        @Test
        void videoStickerAndAudioAreFilesToo() {
            clinic.receives(messages(
                    message(
                            "wamid.1",
                            "'type':'video','video':{'id':'1','mime_type':'video/mp4','caption':'Así camina'}"),
                    message(
                            "wamid.2",
                            "'type':'sticker','sticker':{'id':'2','mime_type':'image/webp','animated':true}"),
                    message("wamid.3", "'type':'audio','audio':{'id':'3','mime_type':'audio/mpeg','voice':false}")));

            assertThat(clinic.timeline())
                    .flatExtracting(entry -> entry.content().attachments())
                    .extracting(Attachment::kind)
                    .containsExactly("video", "sticker", "audio");
        }

        @Test
        void aFileOfATypeNobodyHasHeardOfIsAFileAllTheSame() {
            Content content = read("'type':'hologram','hologram':{'id':'9','mime_type':'model/x','caption':'Mirá'}");

            assertThat(content.text()).isEqualTo("Mirá");
            assertThat(content.attachments()).containsExactly(new Attachment("hologram", "9", "model/x", null, null));
        }
    }

    @Nested
    class Answers {
        @Test
        void aQuickReplyToATemplateSaysItsTextAndItsPayload() {
            Content content = read("'type':'button','button':{'payload':'CONFIRMA-77','text':'Confirmo'},"
                    + "'context':{'from':'" + Bodies.NUMBER + "','id':'wamid.before'}");

            assertThat(content.text()).isEqualTo("Confirmo");
            assertThat(content.reply()).isEqualTo(new Reply("button", "CONFIRMA-77", "Confirmo", null));
            assertThat(content.replyTo()).isEqualTo("wamid.before");
        }

        @Test
        void aButtonPressedIsAnAnswerWithAnId() {
            Content content = read(
                    "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'si','title':'Sí'}}");

            assertThat(content.text()).isEqualTo("Sí");
            assertThat(content.reply()).isEqualTo(new Reply("button_reply", "si", "Sí", null));
        }

        @Test
        void aRowChosenIsAnAnswerWithAnId() {
            Content content = read("'type':'interactive','interactive':{'type':'list_reply',"
                    + "'list_reply':{'id':'j-10','title':'Jueves 10:00','description':'Dra. Paz'}}");

            assertThat(content.reply()).isEqualTo(new Reply("list_reply", "j-10", "Jueves 10:00", null));
        }

        @Test
        void aFormIsKeptAsItWasFilledInEvenIfItIsNoJson() {
            Content content = read("'type':'interactive','interactive':{'type':'nfm_reply',"
                    + "'nfm_reply':{'name':'flow','body':'Enviado','response_json':'[1, sin terminar'}}");

            assertThat(content.text()).isEqualTo("Enviado");
            assertThat(content.reply()).isEqualTo(new Reply("nfm_reply", "flow", "Enviado", "[1, sin terminar"));
        }

        @Test
        void anAddressFormIsAFormOfThatName() {
            Content content = read("'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':"
                    + "{'name':'address_message','body':'Calle Falsa 123','response_json':'{}'}}");

            assertThat(content.reply()).isEqualTo(new Reply("nfm_reply", "address_message", "Calle Falsa 123", "{}"));
        }

        @Test
        void thePermissionToCallIsAnAnswer() {
            Content content = read("'type':'interactive','interactive':{'type':'call_permission_reply',"
                    + "'call_permission_reply':{'response':'accept','is_permanent':false}}");

            assertThat(content.text()).isEqualTo("accept");
            assertThat(content.reply())
                    .isEqualTo(new Reply(
                            "call_permission_reply",
                            "accept",
                            null,
                            "{\"response\":\"accept\",\"is_permanent\":false}"));
        }

        @Test
        void anAnswerOfAKindStillToComeKeepsItsWords() {
            Content content = read("'type':'interactive','interactive':{'type':'product_reply',"
                    + "'product_reply':{'id':'p1','title':'Blanqueamiento','size':3}}");

            assertThat(content.text()).isEqualTo("Blanqueamiento");
            assertThat(content.reply())
                    .isEqualTo(new Reply(
                            "product_reply",
                            "p1",
                            "Blanqueamiento",
                            "{\"id\":\"p1\",\"title\":\"Blanqueamiento\",\"size\":3}"));
        }

        @Test
        void anAnswerThePlatformCouldNotPassOnIsThereWithItsError() {
            clinic.receives(of(
                    "messages",
                    Bodies.list("messages", message("wamid.1", "'type':'interactive'"))
                            + ",'errors':[{'code':131000,'title':'Something went wrong',"
                            + "'error_data':{'details':'Unsupported webhook payload'}}]"));

            assertThat(clinic.onlyContent().type()).isEqualTo("interactive");
            assertThat(clinic.onlyContent().errors())
                    .containsExactly(new ProviderError(131000, "Something went wrong", "Unsupported webhook payload"));
            assertThat(clinic.keptAside()).isEmpty();
        }
    }
}
