package io.crmkit.dashboard;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline as it is shown.
 *
 * @param day the day that begins with it; null within a day
 * @param thread what is said of the conversation that begins with it; null within one
 * @param side customer, bot, agent or system
 * @param pieces what it says
 * @param state how far it got, a word of the bundle; empty of what does not travel
 * @param notes what else there is to it, each a line
 * @param focus whether somebody came for it
 */
record Entry(
        Interaction interaction,
        @Nullable String day,
        @Nullable String thread,
        String side,
        List<Piece> pieces,
        String state,
        List<String> notes,
        boolean focus) {
    /** A stretch of text. */
    record Piece(String text, boolean marked) {}

    String id() {
        return interaction.id().value().toString();
    }

    boolean message() {
        return interaction instanceof Message;
    }

    boolean deleted() {
        return interaction instanceof Message message && message.deletedAt().isPresent();
    }

    boolean edited() {
        return interaction instanceof Message message && message.editedAt().isPresent() && !deleted();
    }

    String reactions() {
        return interaction instanceof Message message
                ? String.join(
                        " ",
                        message.reactions().stream().map(each -> each.emoji()).toList())
                : "";
    }

    List<Attachment> attachments() {
        return interaction.content().attachments();
    }

    /** A tick for what arrived, two for what was read; beside the word, never in its place. */
    String ticks() {
        return switch (state) {
            case "SENT" -> "✓";
            case "DELIVERED", "READ", "PLAYED" -> "✓✓";
            case "FAILED" -> "!";
            default -> "";
        };
    }

    Optional<String> error() {
        return interaction instanceof Message message && state.equals("FAILED")
                ? Optional.ofNullable(message.delivery().error())
                        .map(error -> error.title().isEmpty() ? "#" + error.code() : error.title())
                : Optional.empty();
    }
}
