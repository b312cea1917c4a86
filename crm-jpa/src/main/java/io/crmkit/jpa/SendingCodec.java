package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.InteractionId;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Sending;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message on its way says and to whom, as bytes to be sealed. */
final class SendingCodec {
    private static final int VERSION = 1;

    /** Kept in storage, so never renamed. */
    private enum Which {
        TEXT,
        TEMPLATE,
        MEDIA,
        CHOICE,
        REACTION,
        READ_MARK
    }

    private SendingCodec() {}

    /** What is sealed of a sending. */
    record Said(
            String key,
            Identifier to,
            Author author,
            @Nullable String about,
            Outgoing message) {
        static Said of(Sending sending) {
            return new Said(sending.key(), sending.to(), sending.author(), sending.about(), sending.message());
        }
    }

    static byte[] encode(Said said) {
        return FieldWriter.version(VERSION)
                .text(said.key())
                .text(said.to().scheme().name())
                .text(said.to().scope())
                .text(said.to().value())
                .word(said.author())
                .text(said.about())
                .record(said.message(), SendingCodec::write)
                .toBytes();
    }

    static Said decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new Said(
                        required(from.text()),
                        new Identifier(new Scheme(required(from.text())), required(from.text()), required(from.text())),
                        from.word(Author.class),
                        from.text(),
                        required(from.record(SendingCodec::message))));
    }

    private static void write(FieldWriter to, Outgoing message) {
        if (message instanceof Outgoing.Text text) {
            to.word(Which.TEXT).text(text.body()).bytes(id(text.answering()));
        } else if (message instanceof Outgoing.Template template) {
            to.word(Which.TEMPLATE);
            write(to, template);
        } else if (message instanceof Outgoing.Media media) {
            to.word(Which.MEDIA);
            write(to, media);
        } else if (message instanceof Outgoing.Choice choice) {
            to.word(Which.CHOICE)
                    .text(choice.body())
                    .list(
                            choice.options(),
                            (one, option) -> one.text(option.id()).text(option.title()))
                    .text(choice.list());
        } else if (message instanceof Outgoing.Reaction reaction) {
            to.word(Which.REACTION).bytes(id(reaction.to())).text(reaction.emoji());
        } else {
            to.word(Which.READ_MARK).bytes(id(((Outgoing.ReadMark) message).of()));
        }
    }

    private static Outgoing message(FieldReader from) {
        return switch (from.word(Which.class)) {
            case TEXT -> new Outgoing.Text(required(from.text()), id(from.bytes()));
            case TEMPLATE -> template(from);
            case MEDIA -> media(from);
            case CHOICE ->
                new Outgoing.Choice(
                        required(from.text()),
                        from.list(one -> new Outgoing.Choice.Option(required(one.text()), required(one.text()))),
                        from.text());
            case REACTION -> new Outgoing.Reaction(required(id(from.bytes())), required(from.text()));
            case READ_MARK -> new Outgoing.ReadMark(required(id(from.bytes())));
        };
    }

    static void write(FieldWriter to, Outgoing.Template template) {
        to.text(template.name())
                .text(template.language())
                .list(template.fields(), FieldWriter::text)
                .record(template.header(), SendingCodec::write)
                .list(template.payloads(), FieldWriter::text)
                .text(template.preview());
    }

    static Outgoing.Template template(FieldReader from) {
        return new Outgoing.Template(
                required(from.text()),
                required(from.text()),
                from.list(SendingCodec::word),
                from.record(SendingCodec::media),
                from.list(SendingCodec::word),
                from.text());
    }

    private static String word(FieldReader from) {
        return required(from.text());
    }

    private static void write(FieldWriter to, Outgoing.Media media) {
        to.word(media.kind())
                .text(media.mediaId())
                .text(media.link())
                .text(media.caption())
                .text(media.fileName());
    }

    private static Outgoing.Media media(FieldReader from) {
        return new Outgoing.Media(
                from.word(Outgoing.Media.Kind.class), from.text(), from.text(), from.text(), from.text());
    }

    private static byte @Nullable [] id(@Nullable InteractionId interaction) {
        return interaction == null ? null : Sealing.row(interaction.value());
    }

    private static @Nullable InteractionId id(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        } else if (bytes.length != 16) {
            throw new GarbledRecord("an id is too short or too long");
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new InteractionId(new UUID(id.getLong(), id.getLong()));
    }
}
