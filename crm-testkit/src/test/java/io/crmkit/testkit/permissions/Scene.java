package io.crmkit.testkit.permissions;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.ImportedContact;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.insight.FactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.privacy.Actor;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import io.crmkit.request.RequestId;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A clinic with something of everything, whose personal data are canaries that are recognised wherever they come out. */
record Scene(
        ContactId ana,
        ContactId bruno,
        ContactId carla,
        Conversation conversation,
        InteractionId entry,
        FactId fact,
        MergeId merge,
        UUID aside,
        BulkId job,
        RequestId request) {
    static final TenantId CLINIC = TenantId.of("clinica-norte");

    /** What must not come out, folded to lower case. */
    static final List<String> CANARIES =
            List.of("zabala", "canario", "5491150000001", "b150000002", "limpieza", "seguros", "acme");

    private static final ChannelAccount RECEPTION = new ChannelAccount("whatsapp", "1001");
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");

    static Crm crm(Storage storage, int node) {
        return Crm.create(storage)
                .clock(FixedClock.at("2026-04-01T08:00:00Z"))
                .ids(new CountedIds(node))
                .tenants(Tenants.all(TenantSettings.DEFAULT.withAttributes(
                        new AttributeType("insurer", AttributeType.Kind.TEXT, AttributeType.Search.EXACTLY))))
                .reports(Reporting.WRITER)
                .carrier("nowhere", Reporting.NOWHERE)
                .build();
    }

    static Scene in(Storage storage) {
        CrmSession clinic = crm(storage, 1).as(Actor.system(CLINIC));
        Identifier phone = Identifier.phone("5491150000001");
        clinic.capture(
                said("wamid.5491150000001", Party.of(phone).named("Ana Zabala"), 0, "canario, soy Ana Zabala"),
                said("m2", Party.of(Identifier.phone("34600000002")).named("Ana Zabala"), 1, "canario"),
                said("m3", Party.of(Identifier.phone("34600000003")).named("Carla Zabala"), 2, "canario"),
                said("m4", Party.of(Identifier.phone("34600000004")).named("Dora Zabala"), 3, "canario"),
                new DealingEvent(
                        new ProviderRef(new ChannelAccount("agenda", "main"), "b150000002"),
                        Party.of(phone),
                        Booking.of(AppointmentStatus.BOOKED, MONDAY).service("limpieza", "Dra. Zabala"),
                        MONDAY),
                new HappeningEvent(
                        new ProviderRef(RECEPTION, "e1"),
                        Party.of(phone),
                        EventKind.ESCALATED,
                        MONDAY.plusSeconds(30),
                        Content.text("canario")),
                new Unreadable("whatsapp", "1001", "No type", "{\"canario\":1}"));
        List<ContactId> all = clinic.contacts(null, 10).items().stream()
                .map(ContactSummary::id)
                .toList();
        ContactId ana = all.get(0);
        clinic.segments().save(Lists.LIST);
        clinic.note(ana, "canario");
        clinic.set(ana, "insurer", AttributeValue.of("Seguros"));
        FactId fact = clinic.verdicts()
                .state(ana, FactType.COMPANY, "", new FactValue.Text("Acme"))
                .orElseThrow()
                .id();
        MergeOutcome.Merged merged = (MergeOutcome.Merged) clinic.merge(all.get(2), all.get(3));
        BulkStart.Accepted job = (BulkStart.Accepted) clinic.bulk()
                .start(new BulkRequest(
                        "job", new BulkAction.PutTags(Set.of(Tag.of("canario"))), new Chosen.These(Set.of(ana))));
        return new Scene(
                ana,
                all.get(1),
                all.get(2),
                clinic.conversations(ana, null, 1).items().get(0).conversation(),
                clinic.timeline(ana, null, 1).items().get(0).id(),
                fact,
                merged.merge(),
                clinic.keptAside(null, 1).get(0).id(),
                job.job().id(),
                clinic.privacy()
                        .requests()
                        .open(ana, PersonRequest.Kind.ACCESS, Regime.GDPR, MONDAY, "")
                        .orElseThrow()
                        .id());
    }

    private static MessageEvent said(String id, Party by, int minute, String text) {
        return MessageEvent.received(
                new ProviderRef(RECEPTION, id), by, MONDAY.plusSeconds(60L * minute), Content.text(text));
    }

    /** One more message. */
    InboundEvent message() {
        return said("m9", Party.of(Identifier.phone("34600000009")), 9, "one more");
    }

    /** One more contact. */
    ImportedContact imported() {
        return new ImportedContact("New", "+34600000010", null, List.of(), Set.of());
    }
}
