package io.crmkit.example.spring;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as it is started by the README, and somebody who asks it over HTTP. */
final class Clinic implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final String SECRET = "not-a-secret";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Clinic SHARED = new Clinic("--server.port=0", "--spring.main.banner-mode=off");

    private final ConfigurableApplicationContext context;
    private final int port;

    Clinic(String... arguments) {
        context = SpringApplication.run(ClinicApplication.class, arguments);
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** One for all tests, with its day. */
    static Clinic withItsDay() {
        return SHARED;
    }

    record Answer(int status, String type, String text, HttpResponse<byte[]> whole) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    int port() {
        return port;
    }

    Answer get(String user, String path) {
        return send(by(user, path).GET());
    }

    Answer delete(String user, String path) {
        return send(by(user, path).DELETE());
    }

    Answer post(String user, String path, String json) {
        return send(by(user, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    Answer patch(String user, String path, String json) {
        return send(by(user, path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** As WhatsApp would. */
    Answer webhook(String body, String signature) {
        return send(to("/webhooks/whatsapp")
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder by(String user, String path) {
        String word = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return to(path).header("Authorization", "Basic " + word);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The id of the one contact that this text finds. */
    String idOf(String text) {
        JsonNode found = get("owner", "/api/contacts?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json()
                .path("contacts");
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " contacts are found by the text");
        }
        return found.path(0).path("id").stringValue();
    }

    static String signed(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String says(String from, String name, String id, Instant at, String text) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"205550000000001","changes":[{"field":"messages",
                "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"541155550000",
                "phone_number_id":"105550000000001"},"contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],
                "messages":[{"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]}}]}]}""".formatted(name, from, from, id, at.getEpochSecond(), text);
    }

    /** Somebody writes; the id of the contact. */
    String wrote(String from, String name, String text) {
        String body =
                says(from, name, "wamid." + from + "." + text.hashCode(), Instant.parse("2026-11-30T15:00:00Z"), text);
        if (webhook(body, signed(body)).status() != 200) {
            throw new AssertionError("Not captured");
        }
        return idOf(from);
    }

    @Override
    public void close() {
        context.close();
    }
}
