package io.crmkit.example.quarkus;

import io.crmkit.Crm;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.privacy.Actor;
import io.crmkit.quarkus.DashboardResource;
import io.crmkit.quarkus.PrivateWay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The dashboard, at the root. */
@Path("/")
@Singleton
@RolesAllowed({"OWNER", "MANAGER", "AGENT", "ANALYST", "AUDITOR"})
public class Pages extends DashboardResource {
    @Inject
    public Pages(Crm crm, Instance<PrivateWay> ways, Config config) {
        super(Dashboard.on(crm).exports().build(), ways, config);
    }

    @Override
    protected Optional<Actor> actor(SecurityContext user) {
        return Optional.ofNullable(user.getUserPrincipal()).map(known -> Staff.actor(user));
    }
}
