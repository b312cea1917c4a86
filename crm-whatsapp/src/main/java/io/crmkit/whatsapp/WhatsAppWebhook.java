package io.crmkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crmkit.Crm;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The end of a WhatsApp Cloud API webhook: the host's HTTP endpoint hands it each request and sends back what it says.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class WhatsAppWebhook {
    /** The largest body taken, in bytes: Meta's own limit. */
    public static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppWebhook.class);

    private final Crm crm;
    private final Reading reading;
    private final byte[] verifyToken;
    private final Signature signature;

    WhatsAppWebhook(Crm crm, WhatsAppAccounts accounts, String verifyToken, Signature signature) {
        this.crm = crm;
        this.reading = new Reading(accounts);
        this.verifyToken = verifyToken.getBytes(UTF_8);
        this.signature = signature;
    }

    /**
     * Begins a webhook.
     *
     * @param verifyToken the word agreed with Meta for the handshake, see {@link #verify}
     */
    public static WhatsAppWebhookBuilder create(Crm crm, WhatsAppAccounts accounts, String verifyToken) {
        return new WhatsAppWebhookBuilder(crm, accounts, verifyToken);
    }

    /**
     * Answers the handshake, a GET request.
     *
     * @param mode its parameter {@code hub.mode}
     * @param challenge its parameter {@code hub.challenge}
     * @param token its parameter {@code hub.verify_token}
     * @return 200 with the challenge, or 403
     */
    public WebhookReply verify(@Nullable String mode, @Nullable String challenge, @Nullable String token) {
        boolean known = token != null && MessageDigest.isEqual(verifyToken, token.getBytes(UTF_8));
        return known && challenge != null && "subscribe".equals(mode)
                ? WebhookReply.of(200, challenge)
                : refuse(403, "forbidden");
    }

    /**
     * Takes a POST request in. What it brought is durable when this returns, or commits with the host's transaction if
     * one is open. Everything in it stands alone: what cannot be understood, or belongs to no tenant, is kept aside, and
     * the rest is captured. A storage that fails throws; the host answers 500 then, and Meta sends it again.
     *
     * @param rawBody the body's bytes as they came
     * @param signatureHeader the header {@code X-Hub-Signature-256}
     * @return 200, 401 if the signature is missing or wrong, 413 if the body is too large, 400 if it is no JSON
     */
    public WebhookReply receive(byte[] rawBody, @Nullable String signatureHeader) {
        if (rawBody.length > LARGEST_BODY) {
            return refuse(413, "too large");
        } else if (!signature.accepts(rawBody, signatureHeader)) {
            return refuse(401, "bad signature");
        }
        Optional<JsonNode> body = Json.read(rawBody);
        if (body.isEmpty()) {
            return refuse(400, "no JSON");
        }
        Map<TenantId, CaptureReceipt> receipts = new LinkedHashMap<>();
        reading.of(body.get())
                .forEach((tenant, events) ->
                        receipts.put(tenant, crm.as(Actor.system(tenant)).capture(events)));
        return new WebhookReply(200, "ok", receipts);
    }

    /**
     * Captures what came in before its number had a tenant and has one now. May be done at any time and any number of
     * times: each is captured first and forgotten after, and captured twice it counts once.
     */
    public Replay replayUnrouted() {
        return new Quarantine(crm, reading).replay();
    }

    private static WebhookReply refuse(int status, String why) {
        LOG.debug("Refused a webhook: {}", why);
        return WebhookReply.of(status, why);
    }
}
