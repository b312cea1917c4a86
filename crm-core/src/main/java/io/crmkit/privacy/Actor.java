package io.crmkit.privacy;

import io.crmkit.tenant.TenantId;
import java.util.Set;

/**
 * Who asks, on behalf of which tenant. The host authenticates; CRM Kit decides what the actor may do.
 *
 * @param name stable and pseudonymous (a user id, not a person's name): it is written to the audit log
 * @since 0.1
 */
public record Actor(TenantId tenant, Kind kind, String name, Set<Role> roles) {
    /** What kind of caller it is. */
    public enum Kind {
        PERSON,
        BOT,
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /** The tenant's chatbot. */
    public static Actor bot(TenantId tenant) {
        return new Actor(tenant, Kind.BOT, "bot", Set.of());
    }

    /** The host application itself: webhooks, background work. */
    public static Actor system(TenantId tenant) {
        return new Actor(tenant, Kind.SYSTEM, "system", Set.of());
    }

    /** A member of the tenant's staff. Without a role nothing is allowed. */
    public static Actor person(TenantId tenant, String name, Role... roles) {
        return new Actor(tenant, Kind.PERSON, name, Set.of(roles));
    }
}
