package io.crmkit.example.quarkus;

import io.crmkit.Crm;
import io.crmkit.clinic.Day;
import io.crmkit.clinic.Replay;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A day for a clinic that has no contacts yet, so that there is something to see. */
@Singleton
public class Seed {
    static final TenantId CLINIC = TenantId.of("clinica-norte");

    void begin(@Observes Startup startup, Crm crm, @ConfigProperty(name = "clinic.seed") boolean seed) {
        if (!seed || !crm.as(Actor.system(CLINIC)).contacts(null, 1).items().isEmpty()) {
            return;
        }
        try {
            new Replay(crm, CLINIC).of(Day.lately(Clock.systemUTC().instant()));
            crm.dueWork().runDue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
