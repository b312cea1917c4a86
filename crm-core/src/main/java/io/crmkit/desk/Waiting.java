package io.crmkit.desk;

import io.crmkit.Page;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.masking.Mask;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A contact somebody of the business has to see to.
 *
 * @param since since when the customer waits for an answer, or a person is called for
 * @param last what happened last with the contact
 * @since 0.1
 */
public record Waiting(ContactSummary contact, Instant since, Optional<Interaction> last) {
    /** Who has waited longest comes first. */
    static final Comparator<Waiting> LONGEST_FIRST = Comparator.comparing(Waiting::since)
            .thenComparing(waiting -> waiting.contact().id());

    /** As far as it may be seen. */
    Waiting seenBy(Mask mask) {
        Page<Interaction> entries = new Page<>(last.stream().toList(), Optional.empty());
        return new Waiting(
                mask.summary(contact),
                since,
                mask.interactions(entries).items().stream().findFirst());
    }
}
