package io.crmkit.masking;

import io.crmkit.contact.Naming;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Delivery;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Occurrence;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.util.List;

/** That something was said or happened, by whom, when and of what type; not what, nor the provider's ids. */
final class MaskedInteraction {
    private MaskedInteraction() {}

    static Interaction of(Interaction interaction) {
        Occurrence occurrence = of(interaction.occurrence());
        Content content = Content.of(interaction.content().type(), null, null);
        if (interaction instanceof Message message) {
            Delivery way = message.delivery();
            return new Message(
                    occurrence,
                    message.origin(),
                    content,
                    new Delivery(way.reached(), way.reachedAt(), way.arrivedAt(), way.failedAt(), null),
                    new Aftermath(List.of(), List.of(), message.aftermath().deletedAt(), Naming.NONE));
        } else if (interaction instanceof SystemEvent event) {
            return new SystemEvent(occurrence, event.kind(), content, event.score());
        }
        Dealing dealing = (Dealing) interaction;
        return new Dealing(occurrence, of(dealing.subject(), occurrence), of(dealing.deal()), content);
    }

    private static Occurrence of(Occurrence occurrence) {
        return new Occurrence(
                occurrence.id(),
                occurrence.contact(),
                occurrence.conversation(),
                of(occurrence.ref(), occurrence),
                occurrence.author(),
                occurrence.occurredAt(),
                occurrence.receivedAt());
    }

    /** A provider's id may contain a phone number. */
    private static ProviderRef of(ProviderRef ref, Occurrence occurrence) {
        return new ProviderRef(ref.account(), occurrence.id().value().toString());
    }

    /** What an appointment is for may tell of somebody's health. */
    private static Deal of(Deal deal) {
        if (deal instanceof Booking booking) {
            return new Booking(
                    booking.status(),
                    booking.start(),
                    booking.zone(),
                    null,
                    null,
                    booking.price(),
                    booking.source(),
                    booking.by());
        }
        Transfer transfer = (Transfer) deal;
        return new Transfer(transfer.kind(), transfer.money(), null, transfer.source());
    }
}
