package io.crmkit.jpa;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.Subscriber;
import io.crmkit.tenant.Tenants;

/** Looks up whom an event is about and breaks with the name in its mouth. */
record Blabbing(Storage storage) implements Subscriber {
    static Crm toldBy(Storage storage) {
        return Crm.create(storage)
                .tenants(Tenants.all(Clinic.SETTINGS))
                .subscriber("orders", new Blabbing(storage))
                .build();
    }

    @Override
    public void on(DomainEvent event) {
        System.err.println(event);
        CrmSession clinic = Clinic.on(storage);
        throw new IllegalStateException(clinic.profile(event.contact())
                .flatMap(profile -> profile.summary().contact().displayName())
                .orElse(""));
    }
}
