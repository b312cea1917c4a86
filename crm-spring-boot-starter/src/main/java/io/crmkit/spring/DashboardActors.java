package io.crmkit.spring;

import io.crmkit.privacy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says who looks at the dashboard: the host authenticates, and declares a bean of this type. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DashboardActors {
    /**
     * Who sent a request.
     *
     * @return a person of one tenant with their roles, named by what the host knows them by; empty if nobody is logged in,
     *     which is answered by 401
     */
    Optional<Actor> actor(HttpServletRequest request);
}
