package io.crmkit.privacy;

import io.crmkit.tenant.TenantId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, on behalf of which tenant. The host authenticates; CRM Kit decides what the actor may do.
 *
 * @param name stable and pseudonymous (a user id, not a person's name), at most 200 characters: it is written to the
 *     audit log
 * @param purpose why, in a word of the host's such as {@code support}; empty if it says none. At most 100 characters,
 *     nothing personal: it is written to the audit log
 * @param request the host's name for the request; empty if it gives none. At most 100 characters, nothing personal: it
 *     is written to the audit log
 * @since 0.1
 */
public record Actor(TenantId tenant, Kind kind, String name, Set<Role> roles, String purpose, String request) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 100;

    /** What kind of caller it is. */
    public enum Kind {
        PERSON,
        BOT,
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must not be blank, nor longer than " + LONGEST_NAME);
        }
        if (purpose.length() > LONGEST || request.length() > LONGEST) {
            throw new IllegalArgumentException("purpose and request must not be longer than " + LONGEST);
        }
    }

    public Actor(TenantId tenant, Kind kind, String name, Set<Role> roles) {
        this(tenant, kind, name, roles, "", "");
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

    /** The same, with a reason. */
    public Actor forPurpose(String why) {
        return new Actor(tenant, kind, name, roles, why, request);
    }

    /** The same, as part of a request of the host's. */
    public Actor withRequest(String id) {
        return new Actor(tenant, kind, name, roles, purpose, id);
    }

    /** What it is, in words: its kind, or the roles of a person. */
    String role() {
        return kind == Kind.PERSON
                ? roles.stream().sorted().map(Role::name).collect(Collectors.joining(","))
                : kind.name();
    }
}
