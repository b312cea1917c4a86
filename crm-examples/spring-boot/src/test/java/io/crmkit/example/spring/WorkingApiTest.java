package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people do over the API. */
@Requirement("HST-1")
class WorkingApiTest {
    private final Clinic clinic = Clinic.withItsDay();

    @Test
    void tagsNotesAndStatusAreAddedByHand() {
        String contact = "/api/contacts/" + clinic.wrote("5491155509911", "Mano Ejemplo", "Hola");

        clinic.post("agent", contact + "/tags", "{'add':['vip','preference:morning']}");
        clinic.post("agent", contact + "/tags", "{'remove':['VIP']}");
        Answer noted = clinic.post("agent", contact + "/notes", "{'text':'Llamar el lunes'}");
        JsonNode edited =
                clinic.patch("agent", contact, "{'status':'inactive'}").json();

        assertThat(noted.status()).isEqualTo(201);
        assertThat(edited.path("tags").toString()).isEqualTo("[{\"category\":\"preference\",\"name\":\"morning\"}]");
        assertThat(edited.path("notes").path(0).path("text").stringValue()).isEqualTo("Llamar el lunes");
        assertThat(edited.path("notes").path(0).path("author").stringValue()).isEqualTo("agent");
        assertThat(edited.path("status").stringValue()).isEqualTo("inactive");
    }

    @Test
    void whoIsBlockedIsListedAsThatAndLetInAgain() {
        String contact = "/api/contacts/" + clinic.wrote("5491155509912", "Bloqueo Ejemplo", "Hola");

        assertThat(clinic.post("agent", contact + "/block", "{}")
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("blocked");
        assertThat(clinic.get("agent", "/api/contacts?status=blocked").text()).contains("Bloqueo Ejemplo");
        assertThat(clinic.post("agent", contact + "/block", "{'blocked':false}")
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("active");
    }

    @Test
    void nothingOfARequestHoldsIfAPartOfItIsRefused() {
        String contact = "/api/contacts/" + clinic.wrote("5491155509913", "Entero Ejemplo", "Hola");

        Answer refused = clinic.patch("agent", contact, "{'status':'blocked','attributes':{'shoe-size':'42'}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(clinic.get("agent", contact).json().path("status").stringValue())
                .isEqualTo("active");
    }

    @Test
    void theOldIdOfWhoWasMergedLeadsToTheSurvivorAndTheMergeCanBeUndone() {
        String survivor = clinic.wrote("5491155509914", "Una Ejemplo", "Hola");
        String other = clinic.wrote("5491155509915", "Otra Ejemplo", "Hola");

        Answer merged = clinic.post(
                "manager", "/api/contacts/merge", "{'survivor':'" + survivor + "','other':'" + other + "'}");
        assertThat(clinic.get("agent", "/api/contacts/" + other)
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo(survivor);
        assertThat(clinic.post(
                                "manager",
                                "/api/contacts/merge",
                                "{'survivor':'" + survivor + "','other':'" + other + "'}")
                        .status())
                .isEqualTo(409);

        String undo = "/api/merges/" + merged.json().path("mergeId").stringValue() + "/undo";
        assertThat(clinic.post("manager", undo, "").json().path("parted").stringValue())
                .isEqualTo(other);
        assertThat(clinic.get("agent", "/api/contacts/" + other)
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo(other);
        assertThat(clinic.post("manager", undo, "").status()).isEqualTo(404);
    }

    @Test
    void manyContactsAreChangedByOneRequestThatCountsOnce() {
        String one = clinic.wrote("5491155509916", "Muchos Ejemplo", "Hola");
        String request = "{'key':'k-1','action':'add_tags','tags':['all'],'contacts':['" + one
                + "','01890000-0000-7000-8000-000000000000']}";

        Answer asked = clinic.post("manager", "/api/bulk", request);
        String job = asked.whole().headers().firstValue("Location").orElseThrow();
        clinic.bean(Crm.class).dueWork().runDue();
        JsonNode told = clinic.get("manager", job).json();

        assertThat(asked.status()).isEqualTo(202);
        assertThat(clinic.post("manager", "/api/bulk", request).json().path("id"))
                .isEqualTo(asked.json().path("id"));
        assertThat(clinic.post("manager", "/api/bulk", request.replace("all", "none"))
                        .status())
                .isEqualTo(409);
        assertThat(told.path("state").stringValue()).isEqualTo("finished");
        assertThat(told.path("done").intValue()).isEqualTo(1);
        assertThat(told.path("results").toString()).contains("\"reason\":\"unknown_contact\"");
        assertThat(clinic.get("agent", "/api/contacts?tag=all").text()).contains("Muchos Ejemplo");
    }

    @Test
    void aSmartListIsSavedAndIsASegmentFromThen() {
        clinic.wrote("5491155509917", "Lista Ejemplo", "Hola");
        String list = "{'key':'lista','name':'Los de la lista','criterion':{'text':'lista'}}";

        Answer saved = clinic.post("manager", "/api/segments", list);
        Answer unsound = clinic.post("manager", "/api/segments", list.replace("'text':", "'colour':"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        assertThat(unsound.status()).isEqualTo(400);
        assertThat(unsound.json().path("detail").stringValue()).contains("/lists/0/criterion");
        assertThat(clinic.get("agent", "/api/segments").text())
                .contains("\"key\":\"new\"", "\"key\":\"needs_follow_up\"", "Los de la lista");
        assertThat(clinic.get("agent", "/api/contacts?segment=lista").text()).contains("Lista Ejemplo");
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "json, application/json", "pdf, application/pdf"})
    void contactsAreTakenOutInEachFormat(String format, String type) {
        Answer all = clinic.get("manager", "/api/exports?format=" + format);
        Answer one =
                clinic.get("manager", "/api/contacts/" + clinic.idOf("Marta Giménez") + "/export?format=" + format);

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.type()).startsWith(type);
        assertThat(all.whole().body().length).isGreaterThan(one.whole().body().length);
        assertThat(clinic.get("agent", "/api/exports?format=" + format).status())
                .isEqualTo(403);
    }

    @Test
    void anExportTakesTheParametersOfTheList() {
        String some = clinic.get("manager", "/api/exports?format=csv&behaviour=no-show")
                .text();

        assertThat(some).contains("5491155550108").doesNotContain("Marta Giménez");
        assertThat(clinic.get("manager", "/api/exports?format=xls")
                        .json()
                        .path("parameter")
                        .stringValue())
                .isEqualTo("format");
        assertThat(clinic.get("manager", "/api/exports").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "worth, total",
        "forecast, enough",
        "churn, atRisk",
        "cohorts, cells",
        "retention, periods",
        "attribution?basis=earned&model=linear, bySource",
        "takings, services"
    })
    void figuresAreForWhoMaySeeThem(String figure, String field) {
        assertThat(clinic.get("analyst", "/api/analytics/" + figure).json().propertyNames())
                .contains(field);
        assertThat(clinic.get("agent", "/api/analytics/" + figure).status()).isEqualTo(403);
    }

    @Test
    void aFigureThereIsNotIsNotFound() {
        Answer none = clinic.get("owner", "/api/analytics/happiness");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().path("detail").stringValue()).contains("worth");
        assertThat(clinic.get("owner", "/api/analytics/worth?currency=pesos")
                        .json()
                        .path("parameter")
                        .stringValue())
                .isEqualTo("currency");
    }

    @Test
    void theAuditTellsWhoAskedForWhatAndWhy() {
        String id = clinic.idOf("Marta Giménez");
        clinic.send(clinic.by("agent", "/api/contacts/" + id)
                .header("X-Purpose", "complaint")
                .header("X-Request-Id", "r-77"));
        JsonNode audit = clinic.get("auditor", "/api/audit?actor=agent&limit=1000&verify=true&contact=" + id)
                .json();

        assertThat(audit.path("verdict").path("sound").booleanValue()).isTrue();
        assertThat(audit.path("entries").toString())
                .contains("\"purpose\":\"complaint\",\"request\":\"r-77\"")
                .contains("\"action\":\"VIEW_CONTACT\"");
        assertThat(clinic.get("manager", "/api/audit").status()).isEqualTo(403);
    }
}
