package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import java.time.Instant;

/** An update that waits for its message, as bytes to be sealed. */
final class UpdateCodec {
    private static final int VERSION = 1;

    private UpdateCodec() {}

    static byte[] encode(ParkedUpdate parked) {
        ProviderRef target = parked.target();
        FieldWriter to = FieldWriter.version(VERSION)
                .text(target.account().channel())
                .text(target.account().account())
                .text(target.id())
                .instant(parked.receivedAt())
                .record(NamingCodec.told(parked.told()), NamingCodec::write);
        return write(to, parked.update()).toBytes();
    }

    static ParkedUpdate decode(byte[] bytes) {
        return FieldReader.read(bytes, VERSION, from -> {
            ChannelAccount account = new ChannelAccount(required(from.text()), required(from.text()));
            ProviderRef target = new ProviderRef(account, required(from.text()));
            Instant receivedAt = required(from.instant());
            Naming told = NamingCodec.told(from);
            return new ParkedUpdate(target, update(from), told, receivedAt);
        });
    }

    private static FieldWriter write(FieldWriter to, MessageUpdate update) {
        if (update instanceof StatusReached status) {
            return to.text("status").record(status, UpdateCodec::write);
        } else if (update instanceof MessageEdited edit) {
            return to.text("edited").record(edit, InteractionCodec::write);
        } else if (update instanceof Reacted reaction) {
            return to.text("reacted").record(reaction, InteractionCodec::write);
        }
        return to.text("deleted").record((MessageDeleted) update, UpdateCodec::write);
    }

    private static MessageUpdate update(FieldReader from) {
        String kind = required(from.text());
        MessageUpdate update = switch (kind) {
            case "status" -> from.record(UpdateCodec::status);
            case "edited" -> from.record(InteractionCodec::edit);
            case "reacted" -> from.record(InteractionCodec::reaction);
            case "deleted" -> from.record(UpdateCodec::deletion);
            default -> throw new GarbledRecord("it is a kind of update this version of CRM Kit does not know");
        };
        return required(update);
    }

    private static void write(FieldWriter to, StatusReached status) {
        to.word(status.state()).instant(status.at()).record(status.error(), ErrorCodec::write);
    }

    private static StatusReached status(FieldReader from) {
        return new StatusReached(
                from.word(DeliveryState.class), required(from.instant()), required(from.record(ErrorCodec::read)));
    }

    private static void write(FieldWriter to, MessageDeleted deletion) {
        to.instant(deletion.at());
    }

    private static MessageDeleted deletion(FieldReader from) {
        return new MessageDeleted(required(from.instant()));
    }
}
