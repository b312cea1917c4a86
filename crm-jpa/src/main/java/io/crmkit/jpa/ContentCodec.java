package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;

/** {@link Content} and all its parts as fields. New fields go to the end of each. */
final class ContentCodec {
    private ContentCodec() {}

    static void write(FieldWriter to, Content content) {
        to.text(content.type())
                .text(content.text())
                .text(content.raw())
                .text(content.senderName())
                .text(content.replyTo())
                .flag(content.forwarded())
                .list(content.attachments(), ContentCodec::write)
                .record(content.reply(), ContentCodec::write)
                .list(content.cards(), ContentCodec::write)
                .record(content.place(), ContentCodec::write)
                .record(content.referral(), ContentCodec::write)
                .list(content.errors(), ErrorCodec::write);
    }

    static Content read(FieldReader from) {
        String type = required(from.text());
        String text = from.text();
        String raw = from.text();
        String senderName = from.text();
        String replyTo = from.text();
        boolean forwarded = from.flag();
        return new Content(
                type,
                text,
                from.list(ContentCodec::attachment),
                from.record(ContentCodec::reply),
                from.list(ContentCodec::card),
                from.record(ContentCodec::place),
                from.record(ContentCodec::referral),
                replyTo,
                forwarded,
                from.list(ErrorCodec::read),
                senderName,
                raw);
    }

    private static void write(FieldWriter to, Attachment attachment) {
        to.text(attachment.kind())
                .text(attachment.mediaId())
                .text(attachment.mimeType())
                .text(attachment.sha256())
                .text(attachment.fileName());
    }

    private static Attachment attachment(FieldReader from) {
        return new Attachment(required(from.text()), from.text(), from.text(), from.text(), from.text());
    }

    private static void write(FieldWriter to, Reply reply) {
        to.text(reply.kind()).text(reply.id()).text(reply.title()).text(reply.json());
    }

    private static Reply reply(FieldReader from) {
        return new Reply(required(from.text()), from.text(), from.text(), from.text());
    }

    private static void write(FieldWriter to, Card card) {
        to.text(card.name())
                .text(card.organisation())
                .list(card.phones(), FieldWriter::text)
                .list(card.emails(), FieldWriter::text)
                .flag(card.own());
    }

    private static Card card(FieldReader from) {
        return new Card(
                from.text(), from.text(), from.list(ContentCodec::line), from.list(ContentCodec::line), from.flag());
    }

    private static String line(FieldReader from) {
        return required(from.text());
    }

    private static void write(FieldWriter to, Place place) {
        to.decimal(place.latitude())
                .decimal(place.longitude())
                .text(place.name())
                .text(place.address());
    }

    private static Place place(FieldReader from) {
        return new Place(from.decimal(), from.decimal(), from.text(), from.text());
    }

    private static void write(FieldWriter to, Referral referral) {
        to.text(referral.sourceType())
                .text(referral.sourceId())
                .text(referral.sourceUrl())
                .text(referral.headline())
                .text(referral.body())
                .text(referral.clickId())
                .text(referral.ref());
    }

    private static Referral referral(FieldReader from) {
        return new Referral(from.text(), from.text(), from.text(), from.text(), from.text(), from.text(), from.text());
    }
}
