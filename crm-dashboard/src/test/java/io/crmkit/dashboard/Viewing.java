package io.crmkit.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Serves a dashboard on this machine, so that a browser can look at it. The smallest host there is. */
final class Viewing implements AutoCloseable {
    private final HttpServer server;

    Viewing(Dashboard dashboard, int port, Function<HttpExchange, Actor> actors) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(dashboard, exchange, actors.apply(exchange));
            }
        });
        server.start();
    }

    private static void answer(Dashboard dashboard, HttpExchange exchange, Actor actor) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        DashboardResponse response = dashboard.handle(new DashboardRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                DashboardRequest.parameters(query),
                DashboardRequest.parameters(form),
                headers,
                actor));
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean none = response.body() == DashboardResponse.Body.NONE;
        exchange.sendResponseHeaders(response.status(), none ? -1 : 0);
        if (!none) {
            try (OutputStream out = exchange.getResponseBody()) {
                response.body().writeTo(out);
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Serves a clinic with a few customers until it is stopped. */
    public static void main(String[] arguments) throws IOException {
        Clinic clinic = Clinic.busy();
        int port = Integer.parseInt(Stream.of(arguments).findFirst().orElse("8089"));
        Viewing viewing = new Viewing(clinic.dashboard, port, exchange -> Clinic.actor(Role.OWNER));
        Runtime.getRuntime().addShutdownHook(new Thread(viewing::close));
    }
}
