package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Delivery;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Occurrence;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.SystemEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Interactions as rows: what is personal sealed in two columns, what lists and threads need in the clear. */
final class InteractionRows {
    static final String TABLE = "crm_interaction";

    private InteractionRows() {}

    /** The columns of one row, as stored. */
    record Columns(
            UUID id,
            UUID contact,
            UUID conversation,
            String account,
            int kind,
            int author,
            int origin,
            Instant occurredAt,
            Instant receivedAt,
            int reached,
            @Nullable Instant reachedAt,
            @Nullable Instant arrivedAt,
            @Nullable Instant failedAt,
            byte[] body,
            byte @Nullable [] error) {}

    static Columns columns(Interaction interaction, DataKey key) {
        Occurrence o = interaction.occurrence();
        byte[] row = Sealing.row(o.id().value());
        Message message = interaction instanceof Message m ? m : null;
        Delivery delivery = message == null ? Delivery.RECEIVED : message.delivery();
        ProviderError error = delivery.error();
        return new Columns(
                o.id().value(),
                o.contact().value(),
                o.conversation().value(),
                o.ref().account().toString(),
                Codes.kind(interaction),
                Codes.AUTHOR.code(o.author()),
                message == null ? 0 : Codes.ORIGIN.code(message.origin()),
                o.occurredAt(),
                o.receivedAt(),
                Codes.DELIVERY.code(delivery.reached()),
                delivery.reachedAt(),
                delivery.arrivedAt(),
                delivery.failedAt(),
                key.seal(TABLE, "body", row, InteractionCodec.encode(body(interaction))),
                error == null ? null : key.seal(TABLE, "error", row, ErrorCodec.encode(error)));
    }

    /** From the columns as they are named in the table. */
    static Columns columns(ResultSet row) throws SQLException {
        return new Columns(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("account"),
                row.getInt("kind"),
                row.getInt("author"),
                row.getInt("origin"),
                Times.present(row, "occurred_at"),
                Times.present(row, "received_at"),
                row.getInt("reached"),
                Times.at(row, "reached_at"),
                Times.at(row, "arrived_at"),
                Times.at(row, "failed_at"),
                row.getBytes("body"),
                row.getBytes("error"));
    }

    private static InteractionCodec.Body body(Interaction interaction) {
        String providerId = interaction.occurrence().ref().id();
        if (interaction instanceof Dealing dealing) {
            DealCodec.Told told = new DealCodec.Told(dealing.subject().id(), dealing.deal());
            return new InteractionCodec.Body(providerId, dealing.content(), Aftermath.NONE, told, null);
        }
        if (interaction instanceof SystemEvent event) {
            return new InteractionCodec.Body(providerId, event.content(), Aftermath.NONE, null, event.score());
        }
        Message message = (Message) interaction;
        return new InteractionCodec.Body(providerId, message.original(), message.aftermath());
    }

    static Interaction interaction(Columns columns, DataKey key) {
        byte[] row = Sealing.row(columns.id);
        InteractionCodec.Body body = InteractionCodec.decode(key.unseal(TABLE, "body", row, columns.body));
        Occurrence occurrence = new Occurrence(
                new InteractionId(columns.id),
                new ContactId(columns.contact),
                new ConversationId(columns.conversation),
                new ProviderRef(account(columns.account), body.providerId()),
                Codes.AUTHOR.choice(columns.author),
                columns.occurredAt,
                columns.receivedAt);
        Content content = body.content();
        if (body.deal() != null) {
            ProviderRef subject =
                    new ProviderRef(account(columns.account), body.deal().subject());
            return new Dealing(occurrence, subject, body.deal().deal(), content);
        }
        if (columns.kind != Codes.MESSAGE) {
            return new SystemEvent(occurrence, Codes.EVENT.choice(columns.kind - 1), content, body.score());
        }
        ProviderError error =
                columns.error == null ? null : ErrorCodec.decode(key.unseal(TABLE, "error", row, columns.error));
        Delivery delivery = new Delivery(
                Codes.DELIVERY.choice(columns.reached), columns.reachedAt, columns.arrivedAt, columns.failedAt, error);
        return new Message(occurrence, Codes.ORIGIN.choice(columns.origin), content, delivery, body.aftermath());
    }

    static ChannelAccount account(String stored) {
        int colon = stored.indexOf(':');
        return new ChannelAccount(stored.substring(0, colon), stored.substring(colon + 1));
    }
}
