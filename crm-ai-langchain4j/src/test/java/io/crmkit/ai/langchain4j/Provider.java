package io.crmkit.ai.langchain4j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider on this machine that speaks the wire format of OpenAI. */
final class Provider implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile Reaction reaction = body -> new Reply(500, "{}");

    /** What comes back over the wire. */
    record Reply(int status, String body) {}

    interface Reaction {
        Reply to(JsonNode request) throws InterruptedException;
    }

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/v1";
    }

    OpenAiChatModel model() {
        return modelAt(address());
    }

    static OpenAiChatModel modelAt(String address) {
        return OpenAiChatModel.builder()
                .baseUrl(address)
                .apiKey("key")
                .modelName("stub")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .build();
    }

    /** Answers with the words of the assistant, one for each call; the last one again and again. */
    void says(String... contents) {
        reaction = body -> completion(contents[Math.min(asked.size(), contents.length) - 1], "stop");
    }

    void reads(UnaryOperator<String> reader) {
        reaction = body -> completion(
                reader.apply(body.path("messages").path(1).path("content").asString()), "stop");
    }

    void isCutAt(String content) {
        reaction = body -> completion(content, "length");
    }

    void fails(int status, String body) {
        reaction = request -> new Reply(status, body);
    }

    /** Takes the question and says nothing until it is closed. */
    void hangs() {
        reaction = body -> {
            closing.await();
            return new Reply(500, "{}");
        };
    }

    List<JsonNode> asked() {
        return asked;
    }

    private static Reply completion(String content, String finish) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "stub");
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", content);
        body.putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", 20)
                .put("total_tokens", 120);
        return new Reply(200, body.toString());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(body);
            Reply reply = reaction.to(body);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
