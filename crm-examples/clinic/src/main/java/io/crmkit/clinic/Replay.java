package io.crmkit.clinic;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.export.SetAsideFile;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.whatsapp.WebhookReply;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays files into the CRM as a host application would bring them in: webhooks through the channel's adapter, what
 * the business said through the library.
 */
public final class Replay {
    private static final JsonMapper JSON = new JsonMapper();

    private final CrmSession clinic;
    private final WhatsAppWebhook whatsApp;
    private final Switchboard switchboard = new Switchboard();
    private final Replayed replayed = new Replayed();

    public Replay(Crm crm, TenantId tenant) {
        this.clinic = crm.as(Actor.system(tenant));
        this.whatsApp = WhatsAppWebhook.create(crm, WhatsAppAccounts.all(tenant), "not asked for in a replay")
                .unsigned()
                .build();
    }

    /**
     * Replays the files in this order.
     *
     * @throws IOException if one cannot be read; those before it are captured
     */
    public Replayed of(List<InputFile> files) throws IOException {
        for (InputFile file : files) {
            json(bytes(file)).filter(Replay::webhook).ifPresent(switchboard::learn);
        }
        for (InputFile file : files) {
            byte[] body = bytes(file);
            Optional<JsonNode> json = json(body);
            if (json.filter(SentMessage::is).isPresent()) {
                sent(file, json.get());
            } else if (json.flatMap(HostFile::of).isPresent()) {
                told(file, new HostFile(json.get()));
            } else {
                json.ifPresent(switchboard::replayed);
                webhook(file, body);
            }
        }
        return replayed;
    }

    private void webhook(InputFile file, byte[] body) {
        WebhookReply reply = whatsApp.receive(body, null);
        replayed.webhook(reply.outcomes());
        switch (reply.status()) {
            case 200 -> reply.reasons().stream().distinct().forEach(reason -> setAside(file, reason));
            case 413 -> setAside(file, "It is larger than a webhook can be.");
            default -> setAside(file, "It is not JSON.");
        }
        if (reply.status() == 200 && reply.outcomes().isEmpty()) {
            setAside(file, "There is nothing in it to capture.");
        }
    }

    private void sent(InputFile file, JsonNode json) {
        try {
            SentMessage sent = SentMessage.of(json);
            Line line = switchboard.lineOf(sent);
            replayed.sent(clinic.capture(Told.sent(sent, to -> line)).outcomes());
        } catch (Incomplete | IllegalArgumentException refused) {
            setAside(file, String.valueOf(refused.getMessage()));
        }
    }

    private void told(InputFile file, HostFile told) {
        try {
            replayed.told(clinic.capture(told.event(switchboard::lineOf)).outcomes());
        } catch (Incomplete | IllegalArgumentException refused) {
            setAside(file, String.valueOf(refused.getMessage()));
        }
    }

    private static boolean webhook(JsonNode json) {
        return !SentMessage.is(json) && HostFile.of(json).isEmpty();
    }

    private void setAside(InputFile file, String reason) {
        replayed.setAside(new SetAsideFile(file.name(), reason));
    }

    /** One byte more than a webhook may have shows that it has too many. */
    private static byte[] bytes(InputFile file) throws IOException {
        return file.read(WhatsAppWebhook.LARGEST_BODY + 1);
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
