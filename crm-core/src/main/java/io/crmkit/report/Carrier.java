package io.crmkit.report;

import io.crmkit.dossier.Delivery;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The port to whoever brings reports where they go. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Carrier {
    /** By what it brings this one. */
    Delivery brings(Consignment what);

    /** The same for every report. */
    static Carrier always(Delivery delivery) {
        return what -> delivery;
    }

    /**
     * A report on its way.
     *
     * @param plannedAt what moment it is for; with tenant and key the same whenever it is brought again
     * @param day its day on the tenant's calendar, as the tenant writes it
     */
    record Consignment(
            TenantId tenant, String key, String title, Instant plannedAt, String day, Locale locale, List<String> to) {
        /** Without title and addresses, which may be personal. */
        @Override
        public String toString() {
            return "Consignment[" + key + "]";
        }
    }
}
