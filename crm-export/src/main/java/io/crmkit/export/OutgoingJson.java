package io.crmkit.export;

import io.crmkit.interaction.InteractionId;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Outgoing.Choice;
import io.crmkit.outreach.Outgoing.Media;
import io.crmkit.outreach.Outgoing.Template;
import java.util.UUID;

/** What a message on its way says, as fields. */
record OutgoingJson(JsonOut json) {
    void write(Outgoing message) {
        if (message instanceof Outgoing.Text text) {
            json.text("kind", "text").text("body", text.body()).id("answering", text.answering());
        } else if (message instanceof Template template) {
            json.text("kind", "template")
                    .text("name", template.name())
                    .text("language", template.language())
                    .texts("fields", template.fields());
            Media header = template.header();
            if (header != null) {
                json.begin("header");
                media(header);
                json.end();
            }
            json.texts("payloads", template.payloads()).text("preview", template.preview());
        } else if (message instanceof Media media) {
            json.text("kind", "media");
            media(media);
        } else if (message instanceof Choice choice) {
            json.text("kind", "choice")
                    .text("body", choice.body())
                    .each(
                            "options",
                            choice.options(),
                            option -> json.text("id", option.id()).text("title", option.title()))
                    .text("list", choice.list());
        } else if (message instanceof Outgoing.Reaction reaction) {
            json.text("kind", "reaction").id("to", reaction.to()).text("emoji", reaction.emoji());
        } else {
            json.text("kind", "read_mark").id("of", ((Outgoing.ReadMark) message).of());
        }
    }

    private void media(Media media) {
        json.word("file", media.kind())
                .text("mediaId", media.mediaId())
                .text("link", media.link())
                .text("caption", media.caption())
                .text("fileName", media.fileName());
    }

    static Outgoing outgoing(Fields f) {
        return switch (f.text("kind")) {
            case "text" -> new Outgoing.Text(f.text("body"), f.has("answering") ? entry(f, "answering") : null);
            case "template" ->
                new Template(
                        f.text("name"),
                        f.text("language"),
                        f.texts("fields"),
                        f.optional("header", OutgoingJson::file),
                        f.texts("payloads"),
                        f.optional("preview"));
            case "media" -> file(f);
            case "choice" ->
                new Choice(
                        f.text("body"),
                        f.each("options", each -> new Choice.Option(each.text("id"), each.text("title"))),
                        f.optional("list"));
            case "reaction" -> new Outgoing.Reaction(entry(f, "to"), f.text("emoji"));
            case "read_mark" -> new Outgoing.ReadMark(entry(f, "of"));
            default -> throw new IllegalArgumentException("There is no such kind of message");
        };
    }

    private static Media file(Fields f) {
        return new Media(
                f.word("file", Media.Kind.class),
                f.optional("mediaId"),
                f.optional("link"),
                f.optional("caption"),
                f.optional("fileName"));
    }

    private static InteractionId entry(Fields f, String name) {
        UUID id = f.id(name);
        return new InteractionId(id);
    }
}
