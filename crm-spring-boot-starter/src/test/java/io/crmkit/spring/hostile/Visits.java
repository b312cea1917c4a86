package io.crmkit.spring.hostile;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.transaction.annotation.Transactional;

/** Writes its own rows and the library's in one transaction. */
class Visits {
    static final Instant AT = Instant.parse("2026-03-10T12:00:00.123456Z");

    private final CrmSession clinic;
    private final EntityManager entities;

    Visits(Crm crm, EntityManager entities) {
        this.clinic = crm.as(Actor.system(TenantId.of("norte")));
        this.entities = entities;
    }

    @Transactional
    public void write(long id, boolean failing) {
        Contact contact = new Contact();
        contact.id = id;
        contact.name = "Ana Ejemplo";
        contact.seenAt = OffsetDateTime.parse("2026-03-10T12:00:00Z");
        entities.persist(contact);
        Tag tag = new Tag();
        tag.id = id;
        tag.contact = contact;
        tag.label = "vip";
        entities.persist(tag);
        clinic.capture(says("m-" + id));
        if (failing) {
            throw new IllegalStateException("the host's");
        }
    }

    @Transactional(readOnly = true)
    public int readAndCapture(String message) {
        clinic.capture(says(message));
        clinic.contacts(null, 10);
        return entities.createQuery("from Tag", Tag.class).getResultList().size();
    }

    static MessageEvent says(String id) {
        return MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", "700"), id),
                Party.of(Identifier.phone("5491155501234")),
                AT,
                Content.text("Hola"));
    }
}
