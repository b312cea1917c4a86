package io.crmkit.interaction;

import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, whatever the channel. Anything a channel knows and this does not is in {@code raw}.
 *
 * @param type the channel's word for it, such as text, image, interactive, unsupported
 * @param text what a reader sees: body, caption, title of the choice; null if there is none
 * @param replyTo the provider's id of the message answered
 * @param senderName the name the contact went by at the time
 * @param raw the provider's JSON as it came; null where the host's own code told us
 * @since 0.1
 */
public record Content(
        String type,
        @Nullable String text,
        List<Attachment> attachments,
        @Nullable Reply reply,
        List<Card> cards,
        @Nullable Place place,
        @Nullable Referral referral,
        @Nullable String replyTo,
        boolean forwarded,
        List<ProviderError> errors,
        @Nullable String senderName,
        @Nullable String raw) {

    /** The most characters of text that are kept; what is longer is cut and whole in {@code raw}. */
    public static final int TEXT_LIMIT = 65_536;

    public Content {
        boolean valid = !type.isEmpty()
                && type.length() <= 40
                && type.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
        if (!valid) {
            throw new IllegalArgumentException("A content type is 1 to 40 of a-z 0-9 _");
        }
        if (text != null && text.length() > TEXT_LIMIT) {
            int cut = Character.isHighSurrogate(text.charAt(TEXT_LIMIT - 1)) ? TEXT_LIMIT - 1 : TEXT_LIMIT;
            text = text.substring(0, cut);
        }
        attachments = List.copyOf(attachments);
        cards = List.copyOf(cards);
        errors = List.copyOf(errors);
    }

    /** Plain text without anything else. */
    public static Content text(String text) {
        return of("text", text, null);
    }

    /** Of a type, with text and the provider's JSON. */
    public static Content of(String type, @Nullable String text, @Nullable String raw) {
        return new Content(type, text, List.of(), null, List.of(), null, null, null, false, List.of(), null, raw);
    }

    /** The same, told of a contact who went by this name. */
    public Content by(String name) {
        return name.equals(senderName)
                ? this
                : new Content(
                        type, text, attachments, reply, cards, place, referral, replyTo, forwarded, errors, name, raw);
    }

    /** What the sender went by at a time. */
    public Naming naming(Instant at) {
        return senderName == null ? Naming.NONE : new Naming(new Naming.Name(senderName, at), null);
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "Content[" + type + "]";
    }
}
