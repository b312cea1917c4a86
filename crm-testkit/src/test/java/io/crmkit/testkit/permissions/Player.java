package io.crmkit.testkit.permissions;

import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of the matrix. */
enum Player {
    SYSTEM(null),
    BOT(null),
    OWNER(Role.OWNER),
    MANAGER(Role.MANAGER),
    AGENT(Role.AGENT),
    ANALYST(Role.ANALYST),
    AUDITOR(Role.AUDITOR),
    NO_ROLE(null);

    private final @Nullable Role role;

    Player(@Nullable Role role) {
        this.role = role;
    }

    Actor of(TenantId tenant) {
        if (this == SYSTEM || this == BOT) {
            return this == SYSTEM ? Actor.system(tenant) : Actor.bot(tenant);
        }
        return role == null ? Actor.person(tenant, "user") : Actor.person(tenant, "user", role);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
