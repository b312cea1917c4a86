package io.crmkit.outreach;

import io.crmkit.contact.Identifier;
import io.crmkit.interaction.ChannelAccount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message may be sent now, and all that speaks against it.
 *
 * @param objections none if it may be sent
 * @param from the account it is sent from; null if there is none
 * @param to the address it is sent to; null if there is none
 * @param openUntil until when anything may be said to the contact; null if only templates may
 * @since 0.1
 */
public record Decision(
        List<Objection> objections,
        @Nullable ChannelAccount from,
        @Nullable Identifier to,
        @Nullable Instant openUntil) {
    public Decision {
        objections = List.copyOf(objections);
    }

    static Decision against(Objection.Reason reason) {
        return new Decision(List.of(new Objection(reason)), null, null, null);
    }

    /** Whether nothing speaks against it. */
    public boolean allowed() {
        return objections.isEmpty();
    }

    /** Whether this speaks against it. */
    public boolean objects(Objection.Reason reason) {
        return objections.stream().anyMatch(objection -> objection.reason() == reason);
    }

    /** When it may be sent if nothing else happens; empty if it may now, or time alone does not put it right. */
    public Optional<Instant> later() {
        return objections.stream().allMatch(objection -> objection.until() != null)
                ? objections.stream()
                        .map(objection -> Objects.requireNonNull(objection.until()))
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
