package io.crmkit.appointment;

import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A payment, refund or order of a contact as it was last told.
 *
 * @param ref the host's id
 * @param purpose what it is for
 * @param source the campaign it came by
 * @since 0.1
 */
public record Payment(
        ProviderRef ref,
        Transfer.Kind kind,
        Money money,
        @Nullable String purpose,
        @Nullable String source,
        Instant at) {
    /** The latest first. */
    public static final Comparator<Payment> LATEST_FIRST = Comparator.comparing(Payment::at)
            .reversed()
            .thenComparing(payment -> payment.ref().id());

    /** @param told everything told of one payment, at least one thing */
    static Payment of(Collection<Dealing> told) {
        Dealing last = told.stream().max(Dealing.ORDER).orElseThrow();
        Transfer transfer = (Transfer) last.deal();
        return new Payment(
                last.subject(),
                transfer.kind(),
                transfer.money(),
                transfer.purpose(),
                transfer.source(),
                last.occurredAt());
    }

    /** Without the amount, which may be personal. */
    @Override
    public String toString() {
        return "Payment[" + kind + "]";
    }
}
