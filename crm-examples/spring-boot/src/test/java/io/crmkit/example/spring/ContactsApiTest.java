package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the clinic's people see of its contacts over the API. */
@Requirement("HST-1")
class ContactsApiTest {
    private final Clinic clinic = Clinic.withItsDay();

    @Test
    void theClinicBeginsWithADay() {
        JsonNode list = clinic.get("owner", "/api/contacts").json();

        assertThat(names(list)).contains("Marta Giménez", "Caro ✨").hasSizeGreaterThanOrEqualTo(8);
        assertThat(list.path("contacts").path(0).propertyNames())
                .containsExactly(
                        "id",
                        "displayName",
                        "identifiers",
                        "status",
                        "firstContactAt",
                        "lastContactAt",
                        "interactions",
                        "tags");
    }

    @Test
    void aPageLeadsToTheNextUntilAllWereSeenOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = clinic.get("owner", "/api/contacts?limit=3&sort=firstContact" + cursor)
                    .json();
            page.path("contacts").forEach(each -> seen.add(each.path("id").stringValue()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").stringValue();
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theListIsFilteredByAnythingAtOnce() {
        String id = clinic.wrote("5491155509901", "Filtro Ejemplo", "Hola");
        clinic.post("agent", "/api/contacts/" + id + "/tags", "{'add':['vip','service_interest:whitening']}");

        assertThat(names(list("q=filtro&status=active&tag=vip&tag=service_interest:*&segment=new"
                        + "&firstFrom=2026-11-30&firstTo=2026-11-30&lastFrom=2026-11-30T00:00:00Z&sort=interactions")))
                .containsExactly("Filtro Ejemplo");
        assertThat(names(list("q=filtro&tag=preference:vip"))).isEmpty();
        assertThat(names(list("q=filtro&firstTo=2026-11-29"))).isEmpty();
        assertThat(names(list("q=filtro&status=blocked,inactive"))).isEmpty();
        assertThat(list("behaviour=no-show").path("contacts")).hasSize(1);
        assertThat(list("behaviour=booked,no-show").path("contacts"))
                .isEqualTo(list("behaviour=no-show&q=1155550108").path("contacts"));
        assertThat(list("behaviour=booked").path("contacts")).hasSizeGreaterThan(2);
    }

    @Test
    void whatIsTypedIsSoughtInMessagesToo() {
        JsonNode found = list("q=brackets");

        assertThat(found.path("search").path(0).path("where").stringValue()).isEqualTo("message");
        assertThat(found.path("search").path(0).path("snippet").stringValue()).contains("brackets");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=many, limit",
        "status=happy, status",
        "tag=colour:blue, tag",
        "segment=unheard-of, segment",
        "segment=No Key, segment",
        "firstFrom=yesterday, firstFrom",
        "lastTo=2026-13-01, lastTo",
        "behaviour=nice, behaviour",
        "sort=age, sort",
        "cursor=nonsense, cursor",
        "satus=active, satus"
    })
    void whatIsNotUnderstoodIsNamedAndNotPassedOver(String query, String parameter) {
        Answer answer = clinic.get("owner", "/api/contacts?" + query.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("parameter").stringValue("")).isEqualTo(parameter);
        assertThat(answer.json().path("detail").stringValue("")).isNotBlank();
    }

    @Test
    void aContactIsToldWithTheNamesOfTheQuickstart() {
        JsonNode marta = clinic.get("agent", "/api/contacts/" + clinic.idOf("Marta Giménez"))
                .json();

        assertThat(marta.path("initialInquiry")
                        .path("referral")
                        .path("sourceType")
                        .stringValue())
                .isEqualTo("ad");
        assertThat(marta.propertyNames())
                .contains(
                        "facts",
                        "insights",
                        "appointments",
                        "spend",
                        "habits",
                        "suggestions",
                        "segments",
                        "conversations");
        assertThat(marta.path("facts")
                        .path(0)
                        .path("evidence")
                        .path(0)
                        .path("providerId")
                        .stringValue(""))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeline, entries",
        "appointments, appointments",
        "facts, facts",
        "segments, segments",
        "suggestions, suggestions",
        "chatbot-context, text",
        "handoff, waitingSince"
    })
    void eachPartOfAContactIsThereAndAnUnknownOneIsNot(String part, String field) {
        Answer there = clinic.get("agent", "/api/contacts/" + clinic.idOf("Marta Giménez") + "/" + part);
        Answer unknown = clinic.get("agent", "/api/contacts/01890000-0000-7000-8000-000000000000/" + part);

        assertThat(there.json().propertyNames()).contains(field);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("detail").stringValue("")).contains("GET /api/contacts");
        assertThat(clinic.get("agent", "/api/contacts/nobody/" + part).status()).isEqualTo(404);
    }

    @Test
    void theTimelineTellsOfAppointmentsAndPages() {
        String id = clinic.idOf("Tomás Rivas");
        JsonNode first =
                clinic.get("agent", "/api/contacts/" + id + "/timeline?limit=2").json();

        assertThat(first.path("entries")).hasSize(2);
        assertThat(first.path("next").isString()).isTrue();
        assertThat(clinic.get("agent", "/api/contacts/" + id + "/timeline?limit=1000")
                        .text())
                .contains("\"kind\":\"appointment\"", "\"kind\":\"payment\"", "\"kind\":\"message\"");
    }

    @Test
    void whoSeesNothingPersonalSeesItMasked() {
        String id = clinic.idOf("Marta Giménez");
        Answer seen = clinic.get("analyst", "/api/contacts/" + id);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain("Marta", "5491155");
        assertThat(clinic.get("analyst", "/api/contacts?q=marta").status()).isEqualTo(403);
        assertThat(clinic.get("auditor", "/api/contacts").status()).isEqualTo(403);
    }

    @Test
    void whoIsErasedIsGoneAndThereIsACertificate() {
        String id = clinic.wrote("5491155509902", "Borrar Ejemplo", "Hola");

        assertThat(clinic.delete("manager", "/api/contacts/" + id).status()).isEqualTo(403);
        JsonNode certificate = clinic.delete("owner", "/api/contacts/" + id).json();

        assertThat(certificate.path("complete").booleanValue()).isTrue();
        assertThat(certificate.path("by").stringValue()).isEqualTo("owner");
        assertThat(clinic.get("owner", "/api/contacts/" + id).status()).isEqualTo(404);
        assertThat(clinic.delete("owner", "/api/contacts/" + id).json().path("id"))
                .isEqualTo(certificate.path("id"));
        assertThat(clinic.delete("owner", "/api/contacts/" + id.replace('0', '1'))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode list(String query) {
        return clinic.get("owner", "/api/contacts?" + query).json();
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.path("contacts").forEach(each -> names.add(each.path("displayName").asString("")));
        return names;
    }
}
