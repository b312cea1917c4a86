package io.crmkit.privacy;

/**
 * The gate at the entrance of every use case. Immutable.
 *
 * @since 0.1
 */
public record Access(AccessPolicy policy) {
    /**
     * Lets the actor in.
     *
     * @throws AccessDenied if the policy does not
     */
    public void require(Actor actor, Permission permission) {
        if (!policy.allows(actor, permission)) {
            throw new AccessDenied(actor, permission);
        }
    }
}
