package io.crmkit.tenant;

/**
 * The port through which the host tells the settings of each tenant. Called on every use case: implementations answer
 * from memory, are thread-safe and never fail for a tenant they do not know (they answer with a default).
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Tenants {
    TenantSettings settings(TenantId tenant);

    /** The same settings for every tenant. */
    static Tenants all(TenantSettings settings) {
        return tenant -> settings;
    }
}
