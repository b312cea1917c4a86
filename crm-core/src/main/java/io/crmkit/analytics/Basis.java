package io.crmkit.analytics;

import java.util.Set;

/**
 * By what it is told that somebody bought something.
 *
 * @since 0.1
 */
public enum Basis {
    /** By payments, less refunds. */
    PAID(Set.of(Sale.Kind.PAYMENT, Sale.Kind.REFUND)),
    /** By attended appointments, also those without a price, and by orders. */
    EARNED(Set.of(Sale.Kind.VISIT, Sale.Kind.ORDER));

    private final Set<Sale.Kind> kinds;

    Basis(Set<Sale.Kind> kinds) {
        this.kinds = kinds;
    }

    boolean counts(Sale sale) {
        return kinds.contains(sale.kind());
    }
}
