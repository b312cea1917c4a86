package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.ConsentEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How far the business's messages got. */
record Statuses(Scene scene) {
    private static final int UUID_LENGTH = 36;

    /** What it tells, and that the person wants no marketing where that is why it failed. */
    List<InboundEvent> all(JsonNode item) {
        InboundEvent told = scene.alone(item, () -> read(item));
        if (told instanceof UpdateEvent update
                && update.update() instanceof StatusReached status
                && status.error().code() == Ruling.OPTED_OUT) {
            String ref = Fingerprint.of("opted_out", List.of(update.target().id()));
            Content notice = Content.of("user_preferences", null, null);
            return List.of(
                    told,
                    new ConsentEvent(scene.ref(ref), update.party(), Purpose.MARKETING, false, status.at(), notice));
        }
        return List.of(told);
    }

    private InboundEvent read(JsonNode item) {
        Optional<ProviderRef> target = scene.ref(item, "id");
        Optional<DeliveryState> state = state(item, "status");
        Optional<Instant> at = scene.times().of(item);
        if (target.isEmpty() || at.isEmpty()) {
            return scene.aside("A status lacks its message's id or its time.", item);
        } else if (state.isEmpty()) {
            return scene.aside("A status of a kind that is not known.", item);
        }
        Optional<Party> party = scene.people().party(recipient(item));
        return party.<InboundEvent>map(whom ->
                        new UpdateEvent(target.get(), whom, reached(state.get(), at.get(), item), sending(item)))
                .orElseGet(() -> scene.aside("A status names no recipient.", item));
    }

    /** Under which id the message was sent, if it was by us. */
    private static @Nullable UUID sending(JsonNode item) {
        String given = Fields.text(item, "biz_opaque_callback_data");
        try {
            return given == null || given.length() != UUID_LENGTH ? null : UUID.fromString(given);
        } catch (IllegalArgumentException others) {
            return null;
        }
    }

    /** What a status field says; empty if that is none of what a message can reach. */
    static Optional<DeliveryState> state(JsonNode node, String field) {
        return switch (Text.word(Fields.text(node, field), "")) {
            case "sent" -> Optional.of(DeliveryState.SENT);
            case "delivered" -> Optional.of(DeliveryState.DELIVERED);
            case "read" -> Optional.of(DeliveryState.READ);
            case "played" -> Optional.of(DeliveryState.PLAYED);
            case "failed", "error" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }

    static StatusReached reached(DeliveryState state, Instant at, JsonNode item) {
        List<ProviderError> errors = state == DeliveryState.FAILED ? Errors.read(item.path("errors")) : List.of();
        return new StatusReached(state, at, errors.isEmpty() ? StatusReached.NO_ERROR : errors.get(0));
    }

    /** In a group the participant, not the group; where a status names nobody, the only one listed beside it. */
    private Address recipient(JsonNode item) {
        Address participant = Address.read(
                        item,
                        "recipient_participant_id",
                        "recipient_participant_user_id",
                        "recipient_participant_parent_user_id")
                .or(new Address(Address.phone(item, "participant_recipient_id"), null, null));
        if (!participant.isNobody()) {
            return participant;
        }
        Address recipient = Address.read(
                item, "recipient_id", "recipient_user_id", "recipient_parent_user_id", "parent_recipient_user_id");
        return recipient.isNobody() ? scene.people().only() : recipient;
    }
}
