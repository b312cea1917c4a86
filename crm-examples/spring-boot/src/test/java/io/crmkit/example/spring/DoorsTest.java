package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody comes in who is not known, nor by a way that others can read. */
@Requirement({"PRV-1", "PRV-2", "HST-1"})
class DoorsTest {
    private final Clinic clinic = Clinic.withItsDay();

    @Test
    void whoIsNotKnownIsToldHowToAsk() {
        Answer nobody = clinic.send(clinic.to("/api/contacts"));
        Answer wrong = clinic.send(clinic.to("/api/contacts").header("Authorization", "Basic bm9ib2R5Om5vYm9keQ=="));

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.type()).startsWith("application/problem+json");
        assertThat(nobody.json().path("detail").stringValue()).contains("HTTP Basic");
        assertThat(wrong.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sent", "/api/appointments", "/api/payments", "/api/events"})
    void onlyWhoWorksWithCustomersTellsWhatHappened(String path) {
        assertThat(clinic.post("analyst", path, "{}").status()).isEqualTo(403);
        assertThat(clinic.post("auditor", path, "{}").json().path("detail").stringValue())
                .contains("agent");
        assertThat(clinic.post("agent", path, "{}").status()).isEqualTo(400);
    }

    @Test
    void thereIsAFormToLogInAndItIsGuarded() {
        assertThat(clinic.send(clinic.to("/login")).text()).contains("_csrf");
        assertThat(clinic.send(clinic.to("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("username=owner&password=owner")))
                        .status())
                .isEqualTo(403);
        assertThat(clinic.send(clinic.to("/dashboard").header("Accept", "text/html"))
                        .whole()
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
    }

    @Test
    void healthIsForEverybodyAndTellsNothing() {
        assertThat(clinic.send(clinic.to("/actuator/health"))
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("UP");
        assertThat(clinic.send(clinic.to("/actuator/health")).text()).doesNotContain("components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/contacts", "/login", "/dashboard"})
    void plainHttpFromAnotherMachineIsRefused(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        request.setRemoteAddr("192.0.2.7");
        new PrivateWays().doFilter(request, response, new MockFilterChain());

        MockHttpServletResponse byTls = new MockHttpServletResponse();
        MockFilterChain on = new MockFilterChain();
        MockHttpServletRequest secure = new MockHttpServletRequest("GET", path);
        secure.setRemoteAddr("192.0.2.7");
        secure.setSecure(true);
        new PrivateWays().doFilter(secure, byTls, on);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("TLS");
        assertThat(on.getRequest()).isSameAs(secure);
    }
}
