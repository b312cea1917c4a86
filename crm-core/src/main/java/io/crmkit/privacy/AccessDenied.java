package io.crmkit.privacy;

import io.crmkit.CrmException;

/**
 * The actor lacks the permission the use case needs. Nothing was read or changed.
 *
 * @since 0.1
 */
public final class AccessDenied extends CrmException {
    private final Permission permission;

    public AccessDenied(Actor actor, Permission permission) {
        super("Actor " + actor.name() + " of tenant " + actor.tenant() + " lacks " + permission
                + ": give the actor a role that holds it, or let the AccessPolicy allow it");
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
