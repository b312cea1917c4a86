package io.crmkit.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The platform on this machine: it takes messages, and answers as it is told. */
final class PlatformStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Answer> script = PlatformStub::takes;

    /** A call that came. */
    record Received(String path, @Nullable String authorization, JsonNode body) {}

    /**
     * How it answers.
     *
     * @param status 0 to drop the connection, -1 to never answer
     */
    record Answer(int status, String body) {}

    PlatformStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    PlatformStub answering(Function<JsonNode, Answer> answers) {
        script = answers;
        return this;
    }

    static Answer takes(JsonNode body) {
        if (body.has("status")) {
            return new Answer(200, "{\"success\":true}");
        }
        String id = "wamid." + body.path("biz_opaque_callback_data").stringValue("");
        return new Answer(
                200,
                "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"x\"}],\"messages\":[{\"id\":\"" + id
                        + "\"}]}");
    }

    static Answer error(int status, int code) {
        return new Answer(
                status,
                "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code
                        + ",\"error_data\":{\"messaging_product\":\"whatsapp\",\"details\":\"why\"},\"fbtrace_id\":\"x\"}}");
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = Json.read(exchange.getRequestBody().readAllBytes()).orElseThrow();
        received.add(new Received(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"), body));
        Answer answer = script.apply(body);
        try (exchange) {
            if (answer.status() < 0) {
                closed.await();
            } else if (answer.status() > 0) {
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
