package io.crmkit.quarkus;

import io.crmkit.Storage;
import io.crmkit.due.DueKind;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the storage answers, where the application has MicroProfile Health. No bean by itself: an application that
 * shows health makes it one.
 *
 * @since 0.1
 */
@Readiness
public class CrmReadiness implements HealthCheck {
    private final Storage storage;

    @Inject
    public CrmReadiness(Storage storage) {
        this.storage = storage;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            storage.upcoming(EnumSet.allOf(DueKind.class), 1);
            return HealthCheckResponse.up("crm");
        } catch (RuntimeException away) {
            return HealthCheckResponse.down("crm");
        }
    }
}
