package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CAP-6")
class SystemMessagesTest {
    private static final String NEW_NUMBER = "5493515550000";
    private static final String NEW_ID = "AR.50001000200030005000";

    private final Clinic clinic = new Clinic();

    private void receives(String... messages) {
        clinic.receives(of("messages", list("messages", messages)));
    }

    private static String system(String sender, String system) {
        return "{" + sender + "'id':'wamid.s','timestamp':'" + (NOON + 60) + "','type':'system','system':{" + system
                + "}}";
    }

    private static String byId(String id, String wamid, long at) {
        return "{'from_user_id':'" + id + "','id':'" + wamid + "','timestamp':'" + at + "'," + text("Hola") + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'user_changed_number','wa_id':'" + NEW_NUMBER + "','body':'User Ana changed'",
                "'type':'user_changed_number','new_wa_id':'" + NEW_NUMBER + "'",
                "'type':'customer_changed_number','wa_id':'" + NEW_NUMBER + "','customer':'" + ANA + "'"
            })
    void aChangedNumberKeepsTheContact(String system) {
        receives(message("wamid.1", text("Hola")));
        receives(system("'from':'" + ANA + "',", system));
        receives(message(NEW_NUMBER, "wamid.2", NOON + 120, text("Cambié de número")));

        assertThat(clinic.timeline())
                .extracting(Interaction::author)
                .containsExactly(Author.CUSTOMER, Author.SYSTEM, Author.CUSTOMER);
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(NEW_NUMBER);
    }

    @Test
    void theOldNumberMayBeToldInTheSentenceOnly() {
        receives(message("wamid.1", text("Hola")));
        receives(system(
                "",
                "'type':'user_changed_number','wa_id':'" + NEW_NUMBER + "','body':'User Ana changed from " + ANA
                        + " to " + NEW_NUMBER + "'"));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(NEW_NUMBER);
    }

    @Test
    void withTheNumberTheUserIdChanges() {
        receives(byId(ANA_ID, "wamid.1", NOON));
        receives(system(
                "",
                "'type':'user_changed_number','wa_id':'" + NEW_NUMBER + "','user_id':'" + NEW_ID
                        + "','previous_user_id':'" + ANA_ID + "'"));
        receives(byId(NEW_ID, "wamid.2", NOON + 120));

        assertThat(clinic.timeline()).hasSize(3);
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(NEW_NUMBER, NEW_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user_id':'" + NEW_ID + "','previous_user_id':'" + ANA_ID + "'",
                "'user_id':'" + NEW_ID + "','previous_user_id':'" + ANA_ID + "','parent_user_id':'AR.ENT.2',"
                        + "'previous_parent_user_id':'AR.ENT.1'",
                "'user_id':'" + NEW_ID + "','body':'User Ana Ejemplo changed from " + ANA_ID + " to " + NEW_ID + "'"
            })
    void aChangedUserIdKeepsTheContactInEveryFormItIsTold(String ids) {
        receives(byId(ANA_ID, "wamid.1", NOON));
        receives(system("", "'type':'user_changed_user_id'," + ids));
        receives(byId(NEW_ID, "wamid.2", NOON + 120));

        assertThat(clinic.timeline()).hasSize(3);
        assertThat(clinic.values(clinic.onlyContact())).contains(NEW_ID).doesNotContain(ANA_ID);
    }

    @Test
    void aMessageUnderTheNewIdMayComeBeforeTheNewsOfTheChange() {
        receives(byId(ANA_ID, "wamid.1", NOON));
        receives(byId(NEW_ID, "wamid.2", NOON + 120));
        receives(system(
                "", "'type':'user_changed_user_id','user_id':'" + NEW_ID + "','previous_user_id':'" + ANA_ID + "'"));

        assertThat(clinic.timeline()).hasSize(3);
    }

    @Test
    void aNameThatReadsLikeAChangeTakesNobodysPlace() {
        receives(byId("AR.VICTIMA", "wamid.1", NOON));
        receives(system(
                "",
                "'type':'user_changed_user_id','user_id':'" + NEW_ID
                        + "','body':'User X changed from AR.VICTIMA to " + NEW_ID + " changed from " + ANA_ID + " to "
                        + NEW_ID + "'"));

        assertThat(clinic.contacts()).hasSize(2);
        assertThat(clinic.contacts())
                .extracting(clinic::values)
                .anySatisfy(values -> assertThat(values).containsExactly("AR.VICTIMA"));
    }

    @Test
    void aSentenceAboutAnotherIdThanTheOneToldTakesNobodysPlace() {
        receives(byId("AR.VICTIMA", "wamid.1", NOON));
        receives(system(
                "",
                "'type':'user_changed_user_id','user_id':'" + NEW_ID
                        + "','body':'User X changed from AR.VICTIMA to AR.OTRA'"));

        assertThat(clinic.contacts()).hasSize(2);
    }

    @Test
    void whereTheSenderIsTheNewNumberAlreadyTheSentenceTellsTheOldOne() {
        receives(message("wamid.1", text("Hola")));
        receives(system(
                "'from':'" + NEW_NUMBER + "',",
                "'type':'user_changed_number','wa_id':'" + NEW_NUMBER + "','body':'User Ana changed from " + ANA
                        + " to " + NEW_NUMBER + "'"));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(NEW_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changed from AR.1 to AR.2",
                "User Ana changed from  to " + NEW_ID,
                "User Ana changed from nobody in particular to " + NEW_ID,
                "from to from to",
                " to ",
                " from ",
                ""
            })
    void aSentenceThatDoesNotFitChangesNothing(String sentence) {
        receives(system("", "'type':'user_changed_user_id','user_id':'" + NEW_ID + "','body':'" + sentence + "'"));

        assertThat(clinic.values(clinic.onlyContact())).containsExactly(NEW_ID);
        assertThat(clinic.timeline()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_identity_changed", "user_identity_changed", "something_new"})
    @Requirement("CAP-2")
    void whateverTheSystemSaysIsAnEntryOfTheSystem(String type) {
        receives(system(
                "'from':'" + ANA + "','identity':{'acknowledged':true,'hash':'x'},",
                "'type':'" + type + "','body':'User identity changed'"));

        assertThat(clinic.onlyMessage().author()).isEqualTo(Author.SYSTEM);
        assertThat(clinic.onlyContent().type()).isEqualTo("system");
        assertThat(clinic.onlyContent().text()).isEqualTo("User identity changed");
        assertThat(clinic.onlyContent().raw()).contains("\"hash\":\"x\"");
        assertThat(clinic.values(clinic.onlyContact())).containsExactly(ANA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'type':'user_changed_number'", "'body':'x'", "'wa_id':7.5"})
    @Requirement("CAP-5")
    void aSystemMessageAboutNobodyIsKeptAside(String system) {
        receives(system("", system));

        assertThat(clinic.contacts()).isEmpty();
        assertThat(clinic.keptAside()).hasSize(1);
    }

    @Test
    void theFieldForChangedIdsKeepsTheContactToo() {
        receives(byId(ANA_ID, "wamid.1", NOON));
        clinic.receives(of(
                "user_id_update",
                "'user_id_update':[{'wa_id':'" + ANA + "','detail':'User id has been updated.','user_id':{'previous':'"
                        + ANA_ID + "','current':'" + NEW_ID + "'},'parent_user_id':{'previous':'AR.ENT.1',"
                        + "'current':'AR.ENT.2'},'timestamp':'" + (NOON + 60) + "'}]"));
        receives(byId(NEW_ID, "wamid.2", NOON + 120));

        assertThat(clinic.timeline()).hasSize(2);
        assertThat(clinic.values(clinic.onlyContact())).contains(ANA, NEW_ID).doesNotContain(ANA_ID);
    }

    @Test
    @Requirement("CAP-5")
    void aChangedIdOfNobodyIsKeptAside() {
        clinic.receives(
                of("user_id_update", "'user_id_update':[{'user_id':{'previous':'AR.1'},'timestamp':'" + NOON + "'}]"));

        assertThat(clinic.keptAside()).hasSize(1);
    }
}
