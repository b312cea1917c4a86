package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;
import io.crmkit.profile.InitialInquiry;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.util.List;
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

    @Nested
    class PlacesCardsAndOrders {
        @Test
        void aLocationIsAPlaceWithItsName() {
            Content content = read("'type':'location','location':{'latitude':-34.6037,'longitude':-58.3816,"
                    + "'name':'Obelisco','address':'Av. 9 de Julio'}");

            assertThat(content.text()).isEqualTo("Obelisco");
            assertThat(content.place()).isEqualTo(new Place(-34.6037, -58.3816, "Obelisco", "Av. 9 de Julio"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"'latitude':'norte'", "'latitude':91", "'latitude':1e400", "'latitude':null"})
        void aPlaceThatIsNotOnEarthIsNone(String latitude) {
            assertThat(read("'type':'location','location':{" + latitude + ",'longitude':0}")
                            .place())
                    .isNull();
        }

        @Test
        void aSharedCardIsAboutSomebodyElse() {
            Content content = read("'type':'contacts','contacts':[{'name':{'formatted_name':'Dr. Raúl Inventado'},"
                    + "'org':{'company':'Clínica Sur'},'phones':[{'phone':'+54 9 11 5550-9999',"
                    + "'wa_id':'5491155509999'}],'emails':[{'email':'raul@ejemplo.test'}],'origin':'other',"
                    + "'vcard':'BEGIN:VCARD'}]");

            assertThat(content.text()).isEqualTo("Dr. Raúl Inventado");
            assertThat(content.cards())
                    .containsExactly(new Card(
                            "Dr. Raúl Inventado",
                            "Clínica Sur",
                            List.of("+54 9 11 5550-9999"),
                            List.of("raul@ejemplo.test"),
                            false));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'contacts':[{'name':{'first_name':'Ana'},'origin':'contact_request'}]",
                    "'origin':'contact_request','contacts':[{'name':{'first_name':'Ana'}}]",
                    "'contacts':[{'name':{'first_name':'Ana'},'phones':[{'wa_id':'" + Bodies.ANA + "'}]}]"
                })
        void theSendersOwnNumberIsToldFromOtherCards(String card) {
            assertThat(read("'type':'contacts'," + card).cards())
                    .extracting(Card::own)
                    .containsExactly(true);
        }

        @Test
        void aCardMayHaveNothingButAName() {
            Content content = read("'type':'contacts','contacts':[{'name':{'first_name':'Beto','last_name':'Nadie'}}]");

            assertThat(content.cards()).containsExactly(new Card("Beto Nadie", null, List.of(), List.of(), false));
        }

        @Test
        void anOrderIsThereWithItsItems() {
            Content content = read(
                    "'type':'order','order':{'catalog_id':'1','text':'Quiero esto',"
                            + "'product_items':[{'product_retailer_id':'p','quantity':2,'item_price':30.50,'currency':'ARS'}]}");

            assertThat(content.text()).isEqualTo("Quiero esto");
            assertThat(content.raw()).contains("\"item_price\":30.50");
        }
    }

    @Nested
    class WhereItCameFrom {
        private static final String REFERRAL =
                "'referral':{'source_url':'https://fb.example/1','source_id':'120226','source_type':'ad',"
                        + "'body':'Limpieza a mitad de precio','headline':'Escribinos','media_type':'image',"
                        + "'ctwa_clid':'Aff-n8ZTODiE','ref':'secuencia-1'}";

        /** Scar 37. */
        @Test
        @Requirement("CAP-1")
        void theAdvertisementThatBroughtTheFirstMessageIsTheContactsInquiry() {
            clinic.receives(messages(message("wamid.1", text("Quiero más información") + "," + REFERRAL)));
            clinic.receives(messages(message(Bodies.ANA, "wamid.2", Bodies.NOON + 60, text("¿Cuánto sale?"))));

            InitialInquiry inquiry = clinic.session()
                    .profile(clinic.onlyContact().id())
                    .orElseThrow()
                    .inquiry()
                    .orElseThrow();
            assertThat(inquiry.text()).isEqualTo("Quiero más información");
            assertThat(inquiry.referral())
                    .isEqualTo(new Referral(
                            "ad",
                            "120226",
                            "https://fb.example/1",
                            "Escribinos",
                            "Limpieza a mitad de precio",
                            "Aff-n8ZTODiE",
                            "secuencia-1"));
            assertThat(clinic.timeline())
                    .filteredOn(entry -> entry.content().referral() != null)
                    .hasSize(1);
        }

        @Test
        void anyTypeMayCarryTheAdvertisement() {
            assertThat(read("'type':'unsupported','unsupported':{'type':'link_preview'}," + REFERRAL)
                            .referral())
                    .isNotNull();
        }

        @Test
        void whatWasPassedOnIsMarked() {
            assertThat(read(text("Miren") + ",'context':{'frequently_forwarded':true}")
                            .forwarded())
                    .isTrue();
        }

        @Test
        void anUnsupportedMessageSaysWhy() {
            Content content =
                    read("'type':'unsupported','unsupported':{'type':'poll_creation'},'errors':[{'code':131051,"
                            + "'title':'Message type unknown','error_data':{'details':'Not supported.'}}]");

            assertThat(content.errors())
                    .containsExactly(new ProviderError(131051, "Message type unknown", "Not supported."));
        }

        @Test
        void theOldFormOfAnErrorIsReadToo() {
            Content content = read(
                    "'type':'unknown','errors':[{'code':'131051','details':'Not supported','title':'Unsupported'}]");

            assertThat(content.errors()).containsExactly(new ProviderError(131051, "Unsupported", "Not supported"));
        }
    }
}
