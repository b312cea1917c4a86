package io.crmkit.quarkus;

import io.crmkit.CrmException;
import io.crmkit.whatsapp.WebhookReply;
import io.crmkit.whatsapp.WhatsAppWebhook;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WhatsApp's webhook over JAX-RS: raw bytes in, nothing unsigned and no plain HTTP taken. It exists once
 * {@code crm.whatsapp.verify-token} is set.
 *
 * @since 0.1
 */
@Path("/webhooks/whatsapp")
@Singleton
public class WhatsAppResource {
    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppResource.class);

    private final Instance<WhatsAppWebhook> webhook;
    private final Transport transport;
    private final Settings settings;

    @Inject
    public WhatsAppResource(Instance<WhatsAppWebhook> webhook, Instance<PrivateWay> ways, Config config) {
        this.webhook = webhook;
        this.settings = new Settings(config);
        this.transport = new Transport(ways, settings.flag("crm.whatsapp.behind-proxy", false));
    }

    /** The handshake. */
    @GET
    public Response verify(
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.verify_token") @Nullable String token,
            @Context SecurityContext security) {
        Response refused = refused(security);
        return refused != null ? refused : answer(webhook.get().verify(mode, challenge, token));
    }

    /** What happened on WhatsApp; durable when it is answered by 200. */
    @POST
    public Response receive(
            @HeaderParam("X-Hub-Signature-256") @Nullable String signature,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        Response refused = refused(security);
        if (refused != null) {
            return refused;
        }
        // One byte too many tells the webhook that there is more than it takes.
        byte[] raw = body.readNBytes(WhatsAppWebhook.LARGEST_BODY + 1);
        try {
            return answer(webhook.get().receive(raw, signature));
        } catch (CrmException failure) {
            LOG.error("A webhook could not be captured and is not acknowledged: {}", failure.getMessage());
            return text(500, "not captured");
        }
    }

    private @Nullable Response refused(SecurityContext security) {
        if (settings.verifyToken().isEmpty()) {
            return text(404, "There is no crm.whatsapp.verify-token");
        }
        return transport.isPrivate(security)
                ? null
                : text(403, "Plain HTTP is refused: use TLS, or set crm.whatsapp.behind-proxy=true");
    }

    private static Response answer(WebhookReply reply) {
        return text(reply.status(), reply.body());
    }

    private static Response text(int status, String body) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(body)
                .build();
    }
}
