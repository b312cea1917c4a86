package io.crmkit.appointment;

import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
        List<Dealing> inOrder = told.stream().sorted(Dealing.ORDER).toList();
        Dealing last = inOrder.get(inOrder.size() - 1);
        Transfer transfer = (Transfer) last.deal();
        return new Payment(
                last.subject(),
                transfer.kind(),
                transfer.money(),
                latest(inOrder, Transfer::purpose),
                latest(inOrder, Transfer::source),
                last.occurredAt());
    }

    private static @Nullable String latest(List<Dealing> told, Function<Transfer, @Nullable String> part) {
        return told.stream()
                .map(dealing -> part.apply((Transfer) dealing.deal()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Without the amount, which may be personal. */
    @Override
    public String toString() {
        return "Payment[" + kind + "]";
    }
}
