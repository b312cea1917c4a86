package io.crmkit.benchmarks.webhooks;

import io.crmkit.benchmarks.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts many signed webhooks to the example at once, again and again, and tells how long each took from being sent to its
 * answer, and whether one is missing.
 */
public final class WebhookBenchmark {
    /** So many people write. */
    private static final int PEOPLE = 100;

    private static final double AIM = 250;
    private static final double MILLION = 1e6;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Application application;
    private int next;

    private WebhookBenchmark(Application application) {
        this.application = application;
    }

    /** @param warmUp rounds that do not count */
    public static void run(Path jar, int posts, int warmUp, int rounds, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("crm-webhooks");
        try (Server server = Server.start()) {
            server.createDatabase("clinic");
            try (Application application = Application.start(jar, server, "clinic", folder)) {
                new WebhookBenchmark(application).measure(server, posts, warmUp, rounds, out);
            }
        }
    }

    private void measure(Server server, int posts, int warmUp, int rounds, PrintStream out)
            throws SQLException, GeneralSecurityException {
        out.println(server.describe());
        out.println(posts + " signed webhooks at once, milliseconds from being sent to the answer");
        for (int round = 1; round <= warmUp; round++) {
            storm(posts);
        }
        List<Double> worst = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double[] took = storm(posts);
            out.printf(
                    "round %d: p50 %.0f, p99 %.0f, longest %.0f%n", round, at(took, 0.5), at(took, 0.99), at(took, 1));
            worst.add(at(took, 0.99));
        }
        worst.sort(null);
        double median = worst.get(worst.size() / 2);
        String stored = server.ask("clinic", "select count(*) from crm_interaction");
        out.printf("p99, the median round: %.0f ms, aim %.0f: %s%n", median, AIM, median <= AIM ? "met" : "MISSED");
        out.printf("lost: %d of %d%n", next - Long.parseLong(stored), next);
    }

    private double[] storm(int posts) throws GeneralSecurityException {
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            requests.add(request(next++));
        }
        List<CompletableFuture<Long>> answers =
                requests.stream().map(this::sent).toList();
        double[] took =
                answers.stream().mapToDouble(answer -> answer.join() / MILLION).toArray();
        Arrays.sort(took);
        return took;
    }

    private CompletableFuture<Long> sent(HttpRequest request) {
        long begun = System.nanoTime();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> took(begun, answer));
    }

    private static long took(long begun, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new CompletionException(new IOException("A webhook was answered by " + answer.statusCode()));
        }
        return System.nanoTime() - begun;
    }

    private HttpRequest request(int number) throws GeneralSecurityException {
        String from = "54911555%05d".formatted(number % PEOPLE);
        String body = """
                {"object":"whatsapp_business_account","entry":[{"id":"800","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"541150001000","phone_number_id":"700"},
                "contacts":[{"profile":{"name":"Persona Ejemplo"},"wa_id":"%s"}],"messages":[{"from":"%s","id":"wamid.%d",
                "timestamp":"%d","type":"text","text":{"body":"Hola, quiero un turno para el jueves"}}]}}]}]}""".formatted(from, from, number, 1_796_000_000L + number / PEOPLE);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(application.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(application.uri("/webhooks/whatsapp"))
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }
}
