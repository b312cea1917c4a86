package io.crmkit.quickstart;

import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Card;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Place;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.SystemEvent;
import java.util.ArrayList;
import java.util.List;

/** What an entry says, in words. */
final class Saying {
    private Saying() {}

    static String of(Interaction entry) {
        if (entry instanceof Message message && message.deletedAt().isPresent()) {
            return "(deleted)";
        }
        Content content = entry.content();
        List<String> parts = new ArrayList<>();
        content.attachments().forEach(attachment -> parts.add(file(attachment)));
        content.cards().forEach(card -> parts.add(card(card)));
        if (content.place() != null) {
            parts.add(place(content.place()));
        }
        if (content.reply() != null) {
            parts.add(
                    content.reply().json() == null
                            ? "▸"
                            : Form.of(content.reply().json()));
        }
        boolean told = !content.cards().isEmpty() || content.place() != null || isForm(content);
        if (content.text() != null && !told) {
            parts.add(content.text());
        }
        if (parts.isEmpty()) {
            parts.add(kind(entry));
        }
        return Columns.printable(String.join(" ", parts));
    }

    /** What happened around it: where it came from, edits, reactions, errors. */
    static List<String> marks(Interaction entry, Times times, String customer) {
        List<String> marks = new ArrayList<>();
        Content content = entry.content();
        if (content.referral() != null) {
            marks.add("from " + ProfileCard.cameBy(content.referral()));
        }
        content.errors().forEach(error -> marks.add(error(error)));
        if (entry instanceof Message message) {
            message.editedAt().ifPresent(at -> marks.add("edited at " + times.clock(at)));
            message.deletedAt().ifPresent(at -> marks.add("deleted at " + times.clock(at)));
            message.reactions().forEach(reaction -> marks.add(reaction(reaction, customer)));
            if (message.delivery().error() != null) {
                marks.add(error(message.delivery().error()));
            }
        }
        return marks.stream()
                .map(mark -> Columns.cut(Columns.printable(mark), Screen.WIDTH - 28))
                .toList();
    }

    private static String file(Attachment attachment) {
        String name = attachment.fileName() == null ? "" : ": " + attachment.fileName();
        return "[" + (attachment.kind().equals("voice") ? "voice message" : attachment.kind()) + name + "]";
    }

    private static String card(Card card) {
        List<String> parts = new ArrayList<>();
        if (card.name() != null) {
            parts.add(card.name());
        }
        parts.addAll(card.phones());
        return "[contact card: " + String.join(", ", parts) + "]";
    }

    private static String place(Place place) {
        String where = place.name() != null
                ? place.name()
                : place.address() != null ? place.address() : place.latitude() + ", " + place.longitude();
        return "[location: " + where + "]";
    }

    private static boolean isForm(Content content) {
        return content.reply() != null && content.reply().json() != null;
    }

    private static String kind(Interaction entry) {
        String kind = entry instanceof SystemEvent event
                ? Screen.word(event.kind())
                : entry.content().type().replace('_', ' ');
        return "[" + kind + "]";
    }

    private static String reaction(Reacted reaction, String customer) {
        return reaction.emoji() + "  " + (reaction.by() == Author.CUSTOMER ? customer : Screen.word(reaction.by()));
    }

    private static String error(ProviderError error) {
        return "error " + error.code() + ": " + error.title();
    }
}
