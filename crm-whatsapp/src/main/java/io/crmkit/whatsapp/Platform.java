package io.crmkit.whatsapp;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The platform, over HTTP. Nothing of what is sent, nor the token, is ever part of what is logged. */
final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final HttpClient client;
    private final URI address;
    private final String version;
    private final Duration timeout;

    Platform(HttpClient client, URI address, String version, Duration timeout) {
        this.client = client;
        this.address = address;
        this.version = version;
        this.timeout = timeout;
    }

    /** What came of a call. */
    sealed interface Answer {
        /** Nobody was reached, so nothing was sent. */
        record Unreached() implements Answer {}

        /** Somebody was reached, and gave no answer that can be read. */
        record Lost() implements Answer {}

        record Told(int status, JsonNode body) implements Answer {}
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        /** By holding up the thread. */
        Pause OF_THREADS = duration -> {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
                return true;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return false;
            }
        };

        /** Whether it was over before somebody interrupted it. */
        boolean pause(Duration duration);
    }

    Answer post(WhatsAppNumber number, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/" + version + "/" + number.phoneNumberId() + "/messages"))
                .header("Authorization", "Bearer " + number.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body), StandardCharsets.UTF_8))
                .build();
        // The client's own timeout ends with the headers of the answer; this one with its last byte.
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Told(
                    response.statusCode(), Json.read(response.body()).orElseGet(Json::object));
        } catch (ExecutionException failed) {
            return failed(number, Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            call.cancel(true);
            LOG.warn("No answer for {} in {}", number, timeout);
            return new Answer.Lost();
        } catch (InterruptedException hurried) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Lost();
        }
    }

    private static Answer failed(WhatsAppNumber number, Throwable cause) {
        LOG.warn("The call for {} failed: {}", number, cause.getClass().getName());
        boolean unreached = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return unreached ? new Answer.Unreached() : new Answer.Lost();
    }
}
