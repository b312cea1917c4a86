package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.ANSWER;
import static io.crmkit.testkit.storage.MergeRules.holder;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Author;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Sending;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.OutreachLimits;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.ScriptedMessenger;
import java.time.Instant;
import java.util.UUID;

/** A clinic that speaks through a messenger. */
abstract class SpeakingRules extends StorageRules {
    static final Outgoing.Template REMINDER = Outgoing.Template.of("visit", "es_AR", "Ana", "10:30");

    final ScriptedMessenger messenger = new ScriptedMessenger(RECEPTION);
    private int applications = 50;

    SpeakingRules(StorageUnderTest under) {
        super(under);
    }

    /** One that is being called. */
    static Sending sending(ContactId contact, Instant at) {
        return new Sending(
                new UUID(0, 77),
                "key:77",
                contact,
                null,
                ANSWER,
                RECEPTION,
                ANA,
                new Outgoing.Text("Hola", null),
                null,
                Author.BOT,
                "bot",
                at,
                Sending.State.CALLING,
                at,
                1,
                0,
                null,
                null);
    }

    @Override
    TenantSettings settings() {
        return super.settings()
                .withAttributes(new AttributeType("zone", AttributeType.Kind.TEXT, AttributeType.Search.NOT))
                .withOutreach(OutreachLimits.DEFAULT.zonedBy("zone"));
    }

    final Crm sending() {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(++applications))
                .tenants(Tenants.all(settings()))
                .messenger(messenger)
                .build();
    }

    final CrmSession bot() {
        return sending().as(Actor.system(CLINIC));
    }

    /** Ana, who just wrote. */
    final ContactId ana(CrmSession clinic) {
        clinic.capture(said("m1", ANA, clock.instant()));
        return holder(clinic, ANA);
    }
}
