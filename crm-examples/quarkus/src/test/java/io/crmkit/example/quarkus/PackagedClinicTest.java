package io.crmkit.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The clinic as it is packaged and started. */
@QuarkusIntegrationTest
class PackagedClinicTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ID = "{\"contacts\":[{\"id\":\"";

    @TestHTTPResource
    URI server;

    @Test
    void aProfileIsThereWithWhatWasReadOutOfItUntilItIsErased() throws Exception {
        String list = get("agent", "api/contacts?q=Marta%20Gim%C3%A9nez").body();
        assertThat(list).startsWith(ID).contains("Marta Giménez");
        String contact = "api/contacts/" + list.substring(ID.length(), ID.length() + 36);

        assertThat(get("agent", contact).body()).contains("\"facts\":[{", "\"conversations\":[{");
        assertThat(get("agent", contact + "/chatbot-context").body()).contains("\"text\"");
        assertThat(get("analyst", contact).body()).doesNotContain("Marta");
        assertThat(get("agent", "api/contacts/nobody").statusCode()).isEqualTo(404);
        assertThat(send(by("manager", contact).DELETE()).statusCode()).isEqualTo(403);
        assertThat(send(by("owner", contact).DELETE()).statusCode()).isEqualTo(200);
        assertThat(get("agent", contact).statusCode()).isEqualTo(404);
    }

    @Test
    void theDashboardIsThereForWhoIsLoggedIn() throws Exception {
        HttpResponse<String> contacts = get("agent", "dashboard?q=Juli%C3%A1n");
        assertThat(contacts.statusCode()).isEqualTo(200);
        assertThat(contacts.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(contacts.body()).contains("Julián Acosta").doesNotContain("Marta Giménez");
        Matcher link = Pattern.compile("dashboard/contacts/[0-9a-f-]{36}").matcher(contacts.body());
        assertThat(link.find()).isTrue();

        assertThat(get("agent", link.group()).body()).contains("Julián Acosta");
        assertThat(get("analyst", link.group()).body()).doesNotContain("Julián");
        assertThat(get("agent", "dashboard/nothing-of-ours").statusCode()).isEqualTo(404);
        assertThat(get("nobody", "dashboard").statusCode()).isEqualTo(401);
        assertThat(send(by("agent", link.group() + "/tags").POST(BodyPublishers.ofString("tag=vip")))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        return send(by(user, path));
    }

    private HttpRequest.Builder by(String user, String path) {
        String word = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(server.resolve("/" + path)).header("Authorization", "Basic " + word);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
