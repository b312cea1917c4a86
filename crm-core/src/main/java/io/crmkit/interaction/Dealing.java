package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.util.Comparator;

/**
 * Something that became of an appointment or a payment. It belongs to no conversation.
 *
 * @param subject the host's id of the appointment or payment
 * @since 0.1
 */
public record Dealing(Occurrence occurrence, ProviderRef subject, Deal deal, Content content) implements Interaction {
    /** In which what was said of one subject counts, the last one most; it does not depend on the order of arrival. */
    public static final Comparator<Dealing> ORDER = Comparator.comparing(Dealing::occurredAt)
            .thenComparing(dealing -> dealing.deal() instanceof Booking booking ? booking.status() : null, byStatus())
            .thenComparing(dealing -> dealing.occurrence().ref().id());

    private static Comparator<AppointmentStatus> byStatus() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public Dealing in(ConversationId conversation) {
        return new Dealing(occurrence.in(conversation), subject, deal, content);
    }

    @Override
    public Dealing of(ContactId contact) {
        return new Dealing(occurrence.of(contact), subject, deal, content);
    }

    @Override
    public Naming naming() {
        return content.naming(occurredAt());
    }
}
