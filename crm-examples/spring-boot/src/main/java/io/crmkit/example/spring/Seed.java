package io.crmkit.example.spring;

import io.crmkit.Crm;
import io.crmkit.clinic.Day;
import io.crmkit.clinic.Replay;
import io.crmkit.clinic.Replayed;
import io.crmkit.privacy.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A day for a clinic that has no contacts yet, so that there is something to see. */
@Component
final class Seed implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

    private final Crm crm;
    private final ClinicProperties clinic;
    private final InstantSource clock;

    Seed(Crm crm, ClinicProperties clinic, @Qualifier("crmClock") InstantSource clock) {
        this.crm = crm;
        this.clinic = clinic;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean empty =
                crm.as(Actor.system(clinic.tenant())).contacts(null, 1).items().isEmpty();
        if (!clinic.seed() || !empty) {
            return;
        }
        try {
            Replayed day = new Replay(crm, clinic.tenant()).of(Day.lately(clock.instant()));
            crm.dueWork().runDue();
            LOG.info(
                    "The clinic begins with a day of {} webhooks, {} answers and {} changes of its agenda",
                    day.webhooks(),
                    day.sent(),
                    day.told());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
