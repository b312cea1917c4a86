package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A clinic with one WhatsApp line and an empty CRM, at three in the afternoon. */
final class Clinic {
    static final TenantId NORTE = TenantId.of("clinica-norte");
    static final Instant NOW = Instant.parse("2026-09-01T15:00:00Z");
    static final String TOKEN = "palabra-acordada";

    final Crm crm = Crm.create(new InMemoryStorage())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    final WhatsAppWebhook webhook;

    Clinic() {
        this(WhatsAppAccounts.of(Map.of(Bodies.LINE, NORTE)));
    }

    Clinic(WhatsAppAccounts accounts) {
        webhook = WhatsAppWebhook.create(crm, accounts, TOKEN).unsigned().build();
    }

    /** Receives a body that is taken. */
    WebhookReply receives(String body) {
        return receives(Bodies.bytes(body));
    }

    WebhookReply receives(byte[] body) {
        WebhookReply reply = webhook.receive(body, null);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    CrmSession session() {
        return session(NORTE);
    }

    CrmSession session(TenantId tenant) {
        return crm.as(Actor.system(tenant));
    }

    List<Contact> contacts() {
        return contacts(NORTE);
    }

    List<Contact> contacts(TenantId tenant) {
        return session(tenant).contacts(null, 1_000).items().stream()
                .map(ContactSummary::contact)
                .toList();
    }

    Contact onlyContact() {
        assertThat(contacts()).hasSize(1);
        return contacts().get(0);
    }

    List<String> values(Contact contact) {
        return contact.identifiers().stream().map(Identifier::value).toList();
    }

    /** What happened with a contact, oldest first. */
    List<Interaction> timeline(Contact contact) {
        return session().timeline(contact.id(), null, 1_000).items().stream()
                .sorted(Interaction.TIMELINE)
                .toList();
    }

    /** Everything that happened with the only contact there is. */
    List<Interaction> timeline() {
        return timeline(onlyContact());
    }

    Message onlyMessage() {
        assertThat(timeline()).hasSize(1);
        return (Message) timeline().get(0);
    }

    Content onlyContent() {
        return onlyMessage().content();
    }

    List<SetAside> keptAside() {
        return session().keptAside(null, 1_000);
    }

    List<SetAside> quarantine() {
        return session(TenantId.UNROUTED).keptAside(null, 1_000);
    }
}
