package io.crmkit.testkit.storage;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.event.CrmListener;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import java.util.List;

/** A clinic in which somebody listens. */
abstract class HeardRules extends StorageRules {
    final Hearing hearing = new Hearing();
    int tenants;

    HeardRules(StorageUnderTest under) {
        super(under);
    }

    final CrmSession heardBy(CrmListener listener) {
        return heardBy(listener, CLINIC);
    }

    final CrmSession heardBy(CrmListener listener, TenantId tenant) {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(500 + ++tenants))
                .tenants(Tenants.all(settings()))
                .listener(listener)
                .withoutSegmentEvents()
                .build()
                .as(Actor.system(tenant));
    }

    final List<String> heard(CrmSession clinic, InboundEvent... events) {
        clinic.capture(events);
        return hearing.news(clinic);
    }
}
