package io.crmkit;

import io.crmkit.capture.CaptureRules;
import io.crmkit.contact.Matching;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link Crm} is made of. Everything but the storage has a default.
 *
 * @since 0.1
 */
public final class CrmBuilder {
    private final Storage storage;
    private Tenants tenants = Tenants.all(TenantSettings.DEFAULT);
    private AccessPolicy policy = AccessPolicy.standard();
    private InstantSource clock = Clock.systemUTC();
    private Matching matching = Matching.standard();
    private @Nullable Ids ids;

    CrmBuilder(Storage storage) {
        this.storage = storage;
    }

    /** Settings by tenant; by default {@link TenantSettings#DEFAULT} for all. */
    public CrmBuilder tenants(Tenants port) {
        tenants = port;
        return this;
    }

    /** Who may do what; by default {@link AccessPolicy#standard()}. */
    public CrmBuilder accessPolicy(AccessPolicy port) {
        policy = port;
        return this;
    }

    /** The time; by default the system's. */
    public CrmBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Where ids come from; by default {@link Ids#timeOrdered}. */
    public CrmBuilder ids(Ids source) {
        ids = source;
        return this;
    }

    /** How identifiers match; by default {@link Matching#standard()}. */
    public CrmBuilder matching(Matching rules) {
        matching = rules;
        return this;
    }

    public Crm build() {
        Ids source = ids != null ? ids : Ids.timeOrdered(clock, new SecureRandom());
        return new Crm(storage, new Access(policy), new CaptureRules(matching, tenants, clock, source, List.of()));
    }
}
