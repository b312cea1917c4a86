package io.crmkit.jpa;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.ScriptedMessenger;
import java.time.Instant;
import java.time.InstantSource;

/** What the tests say in the words of a clinic. Everybody in it is made up. */
final class Clinic {
    static final ChannelAccount WHATSAPP = new ChannelAccount("whatsapp", "106540352242922");
    static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    static final Identifier ANA_PHONE = Identifier.phone("5491155550001");
    static final Identifier ANA_USER = Identifier.whatsAppUser("portfolio-1", "AR.1001");
    static final Party ANA = Party.of(ANA_PHONE).named("Ana");

    static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withAttributes(
            new AttributeType("points", AttributeType.Kind.NUMBER, AttributeType.Search.BY_RANGE),
            new AttributeType("insurer", AttributeType.Kind.TEXT, AttributeType.Search.EXACTLY));

    private Clinic() {}

    /** The clinic's own session on a storage. */
    static CrmSession on(Storage storage) {
        return on(storage, "clinica-norte");
    }

    static CrmSession on(Storage storage, String tenant) {
        return on(storage, tenant, InstantSource.system());
    }

    static CrmSession on(Storage storage, String tenant, InstantSource clock) {
        return Crm.create(storage)
                .clock(clock)
                .tenants(Tenants.all(SETTINGS))
                .messenger(new ScriptedMessenger(WHATSAPP))
                .build()
                .as(Actor.system(TenantId.of(tenant)));
    }

    static ProviderRef ref(String id) {
        return new ProviderRef(WHATSAPP, id);
    }

    static Instant minute(int minute) {
        return MONDAY.plusSeconds(60L * minute);
    }

    /** Somebody with a number of their own. */
    static Party somebody(int number) {
        return Party.of(Identifier.phone("54911" + (55_600_000 + number)));
    }

    static InboundEvent wrote(Party who, String id, int minute, String text) {
        return MessageEvent.received(ref(id), who, minute(minute), Content.text(text));
    }

    static InboundEvent answered(Party whom, String id, int minute, String text) {
        return MessageEvent.sent(ref(id), whom, Author.BOT, minute(minute), Content.text(text));
    }

    static InboundEvent booked(Party who, String id, int minute, String service) {
        ProviderRef ref = new ProviderRef(new ChannelAccount("scheduler", "agenda"), id);
        Money price = Money.of("1500", "ARS");
        Booking booking = new Booking(
                AppointmentStatus.ATTENDED, minute(minute + 60), null, service, service, price, service, null);
        return new DealingEvent(ref, who, booking, minute(minute));
    }

    static InboundEvent read(Party whom, String id, int minute) {
        return new UpdateEvent(ref(id), whom, new StatusReached(DeliveryState.READ, minute(minute)));
    }
}
