package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.BETO;
import static io.crmkit.whatsapp.Bodies.LINE;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.change;
import static io.crmkit.whatsapp.Bodies.entry;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static io.crmkit.whatsapp.Bodies.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.contact.Contact;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.testkit.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-6")
class SendersTest {
    private static final String HIDDEN =
            "{'from_user_id':'" + ANA_ID + "','id':'wamid.h','timestamp':'" + NOON + "'," + text("Hola") + "}";
    private static final String KNOWN_BY_BOTH = "'contacts':[{'profile':{'name':'Ana','username':'@ana.e'},'wa_id':'"
            + ANA + "','user_id':'" + ANA_ID + "','parent_user_id':'AR.ENT.9'}]";

    private final Clinic clinic = new Clinic();

    @Test
    @Requirement("LST-4")
    void aSenderWithoutPhoneIsAContact() {
        clinic.receives(of(
                "messages",
                "'contacts':[{'profile':{'name':'Ana','username':'@ana.e'},'user_id':'" + ANA_ID + "'}],"
                        + list("messages", HIDDEN)));

        Contact contact = clinic.onlyContact();
        assertThat(contact.identifiers()).containsExactly(Identifier.whatsAppUser(Bodies.ACCOUNT, ANA_ID));
        assertThat(contact.displayName()).contains("Ana");
        assertThat(contact.username()).contains("ana.e");
    }

    @Test
    void whatTheListBesideAMessageSaysOfItsSenderIsTheSenders() {
        clinic.receives(of("messages", KNOWN_BY_BOTH + "," + list("messages", HIDDEN)));

        assertThat(clinic.onlyContact().identifiers())
                .containsExactlyInAnyOrder(
                        Identifier.phone(ANA),
                        Identifier.whatsAppUser(Bodies.ACCOUNT, ANA_ID),
                        new Identifier(Scheme.WHATSAPP_PARENT_USER_ID, Bodies.ACCOUNT, "AR.ENT.9"));
    }

    @Test
    void thePhoneToldLaterJoinsWithoutADuplicate() {
        clinic.receives(of("messages", list("messages", HIDDEN)));
        clinic.receives(of("messages", list("messages", message("wamid.2", text("Soy Ana")))));
        assertThat(clinic.contacts()).hasSize(2);

        clinic.receives(of(
                "messages", KNOWN_BY_BOTH + "," + list("messages", message("wamid.3", text("Sigo siendo yo")))));

        assertThat(clinic.timeline()).hasSize(3);
    }

    @Test
    void aListInAnotherOrderThanTheMessagesConfusesNobody() {
        clinic.receives(of(
                "messages",
                "'contacts':[{'profile':{'name':'Beto'},'wa_id':'" + BETO + "'},{'profile':{'name':'Ana'},'wa_id':'"
                        + ANA + "'}],"
                        + list(
                                "messages",
                                message(ANA, "wamid.1", NOON, text("Hola")),
                                message(BETO, "wamid.2", NOON, text("Buenas")))));

        assertThat(clinic.contacts())
                .extracting(contact -> clinic.values(contact).get(0), Contact::displayName)
                .containsExactlyInAnyOrder(tuple(ANA, Optional.of("Ana")), tuple(BETO, Optional.of("Beto")));
    }

    @Test
    void somebodyListedWhoDidNotWriteLendsTheSenderNothing() {
        clinic.receives(of(
                "messages", Bodies.contact(BETO, "Beto") + "," + list("messages", message("wamid.1", text("Hola")))));

        assertThat(clinic.onlyContact().displayName()).isEmpty();
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
    }

    @Test
    void whoIsListedWithoutWritingIsKnownToBeOnePersonAllTheSame() {
        clinic.receives(of(
                "messages", KNOWN_BY_BOTH + "," + list("messages", message(BETO, "wamid.1", NOON, text("Hola")))));
        clinic.receives(of("messages", list("messages", message("wamid.2", text("Hola")))));
        clinic.receives(of("messages", list("messages", HIDDEN)));

        assertThat(clinic.contacts()).hasSize(2);
    }

    @Test
    void twoWaysToWriteANumberAreOneSenderAndTheAnswerGoesWhereThePlatformSays() {
        clinic.receives(of(
                "messages",
                Bodies.contact("554188887777", "Bia") + ","
                        + list("messages", message("5541988887777", "wamid.1", NOON, text("Oi")))));

        assertThat(clinic.onlyContact().displayName()).contains("Bia");
        assertThat(clinic.values(clinic.onlyContact())).containsExactly("554188887777");
    }

    @Test
    void anIdIsUniqueWithinItsPortfolioOnly() {
        clinic.receives(webhook(
                "{'id':'waba-1','changes':[" + change(LINE, "messages", list("messages", HIDDEN)) + "]}",
                "{'id':'waba-2','changes':["
                        + change(LINE, "messages", list("messages", HIDDEN.replace("wamid.h", "wamid.i"))) + "]}"));

        assertThat(clinic.contacts()).hasSize(2);
    }

    @Test
    void accountsOfOnePortfolioShareItsIdsWhereTheHostSaysSo() {
        Clinic chain =
                new Clinic(id -> Optional.of(WhatsAppAccount.of(Clinic.NORTE).inPortfolio("cadena-norte")));
        chain.receives(webhook(
                "{'id':'waba-1','changes':[" + change("1", "messages", list("messages", HIDDEN)) + "]}",
                "{'id':'waba-2','changes':[" + change("2", "messages", list("messages", HIDDEN)) + "]}"));

        assertThat(chain.onlyContact().identifiers()).containsExactly(Identifier.whatsAppUser("cadena-norte", ANA_ID));
    }

    @Test
    void withoutAnAccountIdTheNumberScopesTheIds() {
        clinic.receives(webhook("{'changes':[" + change(LINE, "messages", list("messages", HIDDEN)) + "]}"));

        assertThat(clinic.onlyContact().identifiers()).containsExactly(Identifier.whatsAppUser(LINE, ANA_ID));
    }

    @Test
    void ofAnIdThatIsNoneAndOneThatIsTheGoodOneCounts() {
        clinic.receives(of(
                "messages",
                list(
                        "messages",
                        "{'from':'desconocido','from_user_id':'" + ANA_ID + "','id':'wamid.1','timestamp':'" + NOON
                                + "'," + text("Hola") + "}")));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from':''",
                "'from':'desconocido'",
                "'from':null",
                "'from':{'phone':'5491155501234'}",
                "'from_user_id':'con espacios dentro'",
                "'from_user_id':['AR.1']",
                "'group_id':'12036341877@g.us'"
            })
    void aMessageOfNobodyIsKeptAside(String sender) {
        clinic.receives(of(
                "messages",
                list("messages", "{" + sender + ",'id':'wamid.1','timestamp':'" + NOON + "'," + text("Hola") + "}")));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).singleElement().satisfies(aside -> {
            assertThat(aside.what().reason()).isEqualTo("A message names no customer.");
            assertThat(aside.what().raw()).contains("wamid.1", "Hola");
            assertThat(aside.what().account()).isEqualTo(LINE);
        });
    }

    @Test
    void anIdLongerThanAnyIdIsNone() {
        clinic.receives(of(
                "messages",
                list(
                        "messages",
                        "{'from_user_id':'AR." + "9".repeat(300) + "','id':'wamid.1','timestamp':'" + NOON + "',"
                                + text("Hola") + "}",
                        message("wamid." + "x".repeat(600), text("Hola")))));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).hasSize(2);
    }

    @Test
    void aMemberOfAGroupIsTheContactNotTheGroup() {
        clinic.receives(of(
                "messages",
                list("messages", message("wamid.1", "'group_id':'120363418770915618@g.us'," + text("Hola")))));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
    }

    @Test
    void aNumberOfAnyLengthAndAnEntryWithoutProfileAreNoSurprise() {
        clinic.receives(webhook(entry(change(
                LINE,
                "messages",
                "'contacts':[{'wa_id':'" + ANA + "'},{'profile':null},7,{'profile':{'name':12}}],"
                        + list("messages", message("wamid.1", text("Hola")))))));

        assertThat(clinic.onlyContact().displayName()).isEmpty();
    }
}
