package io.crmkit.outreach;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the timeline of files that were sent. */
final class Contents {
    private Contents() {}

    static Content of(Outgoing.Media media) {
        String kind = media.kind().word();
        Attachment file = new Attachment(kind, media.mediaId(), null, null, media.fileName());
        return new Content(
                kind, media.caption(), List.of(file), null, List.of(), null, null, null, false, List.of(), null, null);
    }

    static Content answering(Content content, @Nullable String about) {
        return about == null
                ? content
                : new Content(
                        content.type(),
                        content.text(),
                        content.attachments(),
                        null,
                        List.of(),
                        null,
                        null,
                        about,
                        false,
                        List.of(),
                        null,
                        null);
    }

    /** What is to be captured once it is sent; null for nothing. */
    static @Nullable InboundEvent event(Sending sending, @Nullable String providerId) {
        Party party = Party.of(sending.to());
        if (sending.message() instanceof Outgoing.Reaction reaction && sending.about() != null) {
            return new UpdateEvent(
                    new ProviderRef(sending.from(), sending.about()),
                    party,
                    new Reacted(sending.author(), sending.at(), reaction.emoji()));
        }
        Content content = sending.message().content().orElse(null);
        if (content == null) {
            return null;
        }
        ProviderRef ref = new ProviderRef(sending.from(), providerId != null ? providerId : "crm:" + sending.id());
        return MessageEvent.sent(ref, party, sending.author(), sending.at(), answering(content, sending.about()));
    }
}
