package io.crmkit.consent;

import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may be sent something, asked right before it is sent.
 *
 * @since 0.1
 */
public sealed interface MaySend {
    /** Nothing speaks against it. */
    record Allowed() implements MaySend {}

    /** Something does. */
    record Refused(Reason reason) implements MaySend {}

    /** What speaks against it. */
    enum Reason {
        UNKNOWN_CONTACT,
        /** Somebody of the business blocked the contact. */
        BLOCKED,
        /** What is known of the person must not be used. */
        RESTRICTED,
        /** The person opted out, or was erased, and has not agreed since. */
        SUPPRESSED,
        /** It needs consent, and none was given. */
        NO_CONSENT
    }

    /** What a contact's ledger, and whether one of its identifiers is suppressed, say against it. */
    static Optional<Reason> refusal(List<Consent> ledger, boolean suppressed, Purpose purpose, String channel) {
        Optional<Consent> last = ledger.stream()
                .filter(consent -> consent.about(purpose, channel))
                .max(Consent.ORDER);
        if (last.isPresent() && !last.get().granted() || suppressed) {
            return Optional.of(Reason.SUPPRESSED);
        }
        return last.isEmpty() && purpose == Purpose.MARKETING ? Optional.of(Reason.NO_CONSENT) : Optional.empty();
    }

    /** Whether it is {@link Allowed}. */
    default boolean allowed() {
        return this instanceof Allowed;
    }
}
