package io.crmkit.export;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;

/** Reads what a message says. */
final class ContentReader {
    private ContentReader() {}

    static Content content(Fields f) {
        return new Content(
                f.text("type"),
                f.optional("text"),
                f.each("attachments", ContentReader::attachment),
                f.optional("reply", ContentReader::reply),
                f.each("cards", ContentReader::card),
                f.optional("place", ContentReader::place),
                f.optional("referral", ContentReader::referral),
                f.optional("replyTo"),
                f.flag("forwarded"),
                f.each("errors", ContentReader::error),
                f.optional("senderName"),
                f.optional("raw"));
    }

    private static Attachment attachment(Fields f) {
        return new Attachment(
                f.text("kind"),
                f.optional("mediaId"),
                f.optional("mimeType"),
                f.optional("sha256"),
                f.optional("fileName"));
    }

    private static Reply reply(Fields f) {
        return new Reply(f.text("kind"), f.optional("id"), f.optional("title"), f.optional("json"));
    }

    private static Card card(Fields f) {
        return new Card(
                f.optional("name"), f.optional("organisation"), f.texts("phones"), f.texts("emails"), f.flag("own"));
    }

    private static Place place(Fields f) {
        return new Place(f.real("latitude"), f.real("longitude"), f.optional("name"), f.optional("address"));
    }

    private static Referral referral(Fields f) {
        return new Referral(
                f.optional("sourceType"),
                f.optional("sourceId"),
                f.optional("sourceUrl"),
                f.optional("headline"),
                f.optional("body"),
                f.optional("clickId"),
                f.optional("ref"));
    }

    static ProviderError error(Fields f) {
        return new ProviderError(f.whole("code"), f.text("title"), f.text("details"));
    }
}
