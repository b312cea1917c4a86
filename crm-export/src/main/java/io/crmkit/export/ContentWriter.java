package io.crmkit.export;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.Reply;
import org.jspecify.annotations.Nullable;

/** What a message says, field by field. */
final class ContentWriter {
    private final JsonOut json;

    ContentWriter(JsonOut json) {
        this.json = json;
    }

    void fields(Content content) {
        json.text("type", content.type())
                .text("text", content.text())
                .each("attachments", content.attachments(), this::attachment);
        reply(content.reply());
        json.each("cards", content.cards(), this::card);
        place(content.place());
        referral(content.referral());
        json.text("replyTo", content.replyTo())
                .flag("forwarded", content.forwarded())
                .each("errors", content.errors(), this::error)
                .text("senderName", content.senderName())
                .text("raw", content.raw());
    }

    private void attachment(Attachment a) {
        json.text("kind", a.kind())
                .text("mediaId", a.mediaId())
                .text("mimeType", a.mimeType())
                .text("sha256", a.sha256())
                .text("fileName", a.fileName());
    }

    private void reply(@Nullable Reply reply) {
        if (reply != null) {
            json.begin("reply")
                    .text("kind", reply.kind())
                    .text("id", reply.id())
                    .text("title", reply.title())
                    .text("json", reply.json())
                    .end();
        }
    }

    private void card(Card card) {
        json.text("name", card.name())
                .text("organisation", card.organisation())
                .texts("phones", card.phones())
                .texts("emails", card.emails())
                .flag("own", card.own());
    }

    private void place(@Nullable Place place) {
        if (place != null) {
            json.begin("place")
                    .number("latitude", place.latitude())
                    .number("longitude", place.longitude())
                    .text("name", place.name())
                    .text("address", place.address())
                    .end();
        }
    }

    private void referral(@Nullable Referral referral) {
        if (referral != null) {
            json.begin("referral")
                    .text("sourceType", referral.sourceType())
                    .text("sourceId", referral.sourceId())
                    .text("sourceUrl", referral.sourceUrl())
                    .text("headline", referral.headline())
                    .text("body", referral.body())
                    .text("clickId", referral.clickId())
                    .text("ref", referral.ref())
                    .end();
        }
    }

    void error(ProviderError error) {
        json.number("code", error.code()).text("title", error.title()).text("details", error.details());
    }
}
