package io.crmkit.example.quarkus;

import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.util.stream.Stream;

/** The clinic's people, as Quarkus knows them. */
final class Staff {
    private Staff() {}

    static Actor actor(SecurityContext user) {
        Role[] roles = Stream.of(Role.values())
                .filter(role -> user.isUserInRole(role.name()))
                .toArray(Role[]::new);
        return Actor.person(Seed.CLINIC, user.getUserPrincipal().getName(), roles);
    }
}
