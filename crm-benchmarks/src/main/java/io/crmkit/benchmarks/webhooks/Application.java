package io.crmkit.benchmarks.webhooks;

import io.crmkit.benchmarks.Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The example in a process of its own, on PostgreSQL by its documented profile. */
record Application(Process process, int port, String secret) implements AutoCloseable {
    private static final int TRIES = 600;

    static Application start(Path jar, Server server, String database, Path folder)
            throws IOException, InterruptedException {
        int port = free();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--spring.profiles.active=postgresql",
                        "--spring.datasource.url=" + server.url(database),
                        "--spring.datasource.username=" + Server.ROLE,
                        "--spring.datasource.password=" + Server.ROLE,
                        "--crm.keys.file=" + folder.resolve("keys.json"),
                        "--crm.whatsapp.app-secrets=bench"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("application.log").toFile())
                .start();
        Application application = new Application(process, port, "bench");
        application.awaitHealth();
        return application;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(uri("/actuator/health")).build();
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(Duration.ofMillis(200).toMillis());
            }
        }
        process.destroy();
        throw new IOException("The application did not start; its log is beside its keys");
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
