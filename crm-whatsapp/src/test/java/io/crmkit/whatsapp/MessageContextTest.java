package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import io.crmkit.profile.InitialInquiry;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-2")
class MessageContextTest {
    private final Clinic clinic = new Clinic();

    private Content read(String parts) {
        clinic.receives(messages(message("wamid.1", parts)));
        assertThat(clinic.keptAside()).isEmpty();
        return clinic.onlyContent();
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
