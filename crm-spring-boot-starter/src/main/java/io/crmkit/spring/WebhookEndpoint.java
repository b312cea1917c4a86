package io.crmkit.spring;

import io.crmkit.CrmException;
import io.crmkit.whatsapp.WebhookReply;
import io.crmkit.whatsapp.WhatsAppWebhook;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The webhook over HTTP: raw bytes in, observed as {@code crm.webhook}. */
final class WebhookEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final String PLAIN =
            "Plain HTTP is refused: use TLS, or set crm.whatsapp.behind-proxy=true behind a proxy that ends it";

    private final WhatsAppWebhook webhook;
    private final Transport transport;
    private final ObservationRegistry registry;
    private final CaptureCounts counts;

    WebhookEndpoint(WhatsAppWebhook webhook, Transport transport, ObservationRegistry registry, CaptureCounts counts) {
        this.webhook = webhook;
        this.transport = transport;
        this.registry = registry;
        this.counts = counts;
    }

    ServerResponse verify(ServerRequest request) {
        if (!transport.isPrivate(request)) {
            return text(403, PLAIN);
        }
        return answer(webhook.verify(
                request.param("hub.mode").orElse(null),
                request.param("hub.challenge").orElse(null),
                request.param("hub.verify_token").orElse(null)));
    }

    ServerResponse receive(ServerRequest request) throws IOException, ServletException {
        if (!transport.isPrivate(request)) {
            return text(403, PLAIN);
        }
        // One byte too many tells the webhook that there is more than it takes.
        byte[] body = request.servletRequest().getInputStream().readNBytes(WhatsAppWebhook.LARGEST_BODY + 1);
        String signature = request.headers().firstHeader("X-Hub-Signature-256");
        Observation observation =
                Observation.createNotStarted("crm.webhook", registry).lowCardinalityKeyValue("status", "500");
        return observation.observe(() -> receive(body, signature, observation));
    }

    private ServerResponse receive(byte[] body, @Nullable String signature, Observation observation) {
        try {
            WebhookReply reply = webhook.receive(body, signature);
            observation.lowCardinalityKeyValue("status", Integer.toString(reply.status()));
            counts.add(reply);
            return answer(reply);
        } catch (CrmException failure) {
            observation.error(failure);
            LOG.error("A webhook could not be captured and is not acknowledged: {}", failure.getMessage());
            return text(500, "not captured");
        }
    }

    private static ServerResponse answer(WebhookReply reply) {
        return text(reply.status(), reply.body());
    }

    private static ServerResponse text(int status, String body) {
        return ServerResponse.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }
}
