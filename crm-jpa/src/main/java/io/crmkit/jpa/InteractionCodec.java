package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.contact.Naming;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Reacted;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is personal about an interaction, as bytes to be sealed. */
final class InteractionCodec {
    private static final int VERSION = 1;

    private InteractionCodec() {}

    /**
     * @param providerId the id within the account; the account is stored beside it
     * @param deal what was told of an appointment or a payment, if it is that
     * @param score how the customer rated something, if it is that
     */
    record Body(
            String providerId,
            Content content,
            Aftermath aftermath,
            DealCodec.@Nullable Told deal,
            @Nullable BigDecimal score) {
        Body(String providerId, Content content, Aftermath aftermath) {
            this(providerId, content, aftermath, null, null);
        }

        /** What it says the contact is called. */
        Naming naming(Instant at) {
            return content.naming(at).and(aftermath.told());
        }

        @Override
        public String toString() {
            return "Body[" + content + "]";
        }
    }

    static byte[] encode(Body body) {
        return FieldWriter.version(VERSION)
                .text(body.providerId())
                .record(body.content(), ContentCodec::write)
                .record(body.aftermath(), InteractionCodec::write)
                .record(body.deal(), DealCodec::write)
                .text(body.score() == null ? null : body.score().toPlainString())
                .toBytes();
    }

    static Body decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new Body(
                        required(from.text()),
                        required(from.record(ContentCodec::read)),
                        required(from.record(InteractionCodec::aftermath)),
                        from.record(DealCodec::read),
                        score(from.text())));
    }

    private static @Nullable BigDecimal score(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static void write(FieldWriter to, Aftermath aftermath) {
        to.list(aftermath.edits(), InteractionCodec::write)
                .list(aftermath.reactions(), InteractionCodec::write)
                .instant(aftermath.deletedAt())
                .record(NamingCodec.told(aftermath.told()), NamingCodec::write);
    }

    private static Aftermath aftermath(FieldReader from) {
        return new Aftermath(
                from.list(InteractionCodec::edit),
                from.list(InteractionCodec::reaction),
                from.instant(),
                NamingCodec.told(from));
    }

    static void write(FieldWriter to, MessageEdited edit) {
        to.instant(edit.at()).record(edit.content(), ContentCodec::write);
    }

    static MessageEdited edit(FieldReader from) {
        return new MessageEdited(required(from.instant()), required(from.record(ContentCodec::read)));
    }

    static void write(FieldWriter to, Reacted reaction) {
        to.word(reaction.by()).instant(reaction.at()).text(reaction.emoji());
    }

    static Reacted reaction(FieldReader from) {
        return new Reacted(from.word(Author.class), required(from.instant()), required(from.text()));
    }
}
