package io.crmkit.export.pdf;

import io.crmkit.dossier.Entry;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said: the customer on the left, the business on the right, days apart, what happened in between. */
final class Talk {
    private static final float SIZE = 9.5f;
    private static final float SMALL = 7.5f;
    private static final float LEADING = SIZE * 1.3f;
    private static final float WIDEST = Paper.WIDTH * 0.66f;
    private static final float PAD = 7;

    private final Paper paper;
    private final Words words;
    private final String customer;
    private @Nullable LocalDate day;

    /** @param customer what the contact is called */
    Talk(Paper paper, Words words, String customer) {
        this.paper = paper;
        this.words = words;
        this.customer = customer;
    }

    void draw(Entry entry) throws IOException {
        Interaction interaction = entry.interaction();
        LocalDate now = words.dayOf(interaction.occurredAt());
        if (!now.equals(day)) {
            day = now;
            paper.need(115);
            paper.down(10);
            between(words.day(now), true);
        }
        if (interaction instanceof Message message && message.author() != Author.SYSTEM) {
            message(message);
        } else {
            between(happened(interaction), false);
        }
    }

    /** A line in the middle, for what nobody said. */
    private void between(String text, boolean ruled) throws IOException {
        List<String> lines = paper.face().lines(text, SMALL + 0.5f, WIDEST);
        for (String line : lines) {
            paper.need(SMALL * 3);
            paper.down(SMALL * 1.7f);
            float width = paper.face().width(line, SMALL + 0.5f);
            float x = Paper.LEFT + (Paper.WIDTH - width) / 2;
            if (ruled) {
                paper.rule(Paper.LEFT, paper.y() + 3, x - Paper.LEFT - 8);
                paper.rule(x + width + 8, paper.y() + 3, Paper.LEFT + Paper.WIDTH - x - width - 8);
            }
            paper.text(x, paper.y(), SMALL + 0.5f, Ink.QUIET, line);
        }
        paper.down(7);
    }

    private void message(Message message) throws IOException {
        boolean business = message.author().business();
        List<String> lines = new ArrayList<>();
        for (String part : parts(message)) {
            lines.addAll(paper.face().lines(part, SIZE, WIDEST - 2 * PAD));
        }
        String head = paper.face().cut(who(message) + " · " + words.time(message.occurredAt()), SMALL, WIDEST);
        String foot = paper.face().cut(foot(message), SMALL, WIDEST);
        float width = 2 * PAD;
        for (String line : lines) {
            width = Math.max(width, paper.face().width(line, SIZE) + 2 * PAD);
        }
        paper.need(Math.min(lines.size(), 3) * LEADING + 2 * PAD + 30);
        label(head, business);
        for (int from = 0; from < lines.size(); ) {
            int fit = (int) ((paper.left() - 2 * PAD - 14) / LEADING);
            if (fit < 1) {
                paper.need(paper.left() + 1);
                continue;
            }
            int to = Math.min(lines.size(), from + fit);
            bubble(lines.subList(from, to), width, business);
            from = to;
        }
        if (!foot.isEmpty()) {
            label(foot, business);
        }
        paper.down(6);
    }

    private void label(String text, boolean right) throws IOException {
        paper.down(SMALL * 1.4f);
        float x = right ? Paper.LEFT + Paper.WIDTH - paper.face().width(text, SMALL) - 2 : Paper.LEFT + 2;
        paper.text(x, paper.y(), SMALL, Ink.QUIET, text);
        paper.down(3);
    }

    private void bubble(List<String> lines, float width, boolean business) throws IOException {
        float height = lines.size() * LEADING + 2 * PAD - 3;
        float x = business ? Paper.LEFT + Paper.WIDTH - width : Paper.LEFT;
        paper.box(
                x,
                paper.y() - height,
                width,
                height,
                business ? Ink.BUSINESS : Ink.SHADE,
                business ? Ink.EDGE : Ink.RULE);
        for (int i = 0; i < lines.size(); i++) {
            paper.text(x + PAD, paper.y() - PAD - (i + 0.72f) * LEADING, SIZE, Ink.TEXT, lines.get(i));
        }
        paper.down(height);
    }

    private String who(Message message) {
        return message.author() == Author.CUSTOMER ? customer : words.of("author", message.author());
    }

    /** What it says, and beside it what it brings. */
    private List<String> parts(Message message) {
        if (message.deletedAt().isPresent()) {
            return List.of(words.get("deleted"));
        }
        Content content = message.content();
        List<String> parts = new ArrayList<>();
        for (Attachment attachment : content.attachments()) {
            parts.add("[" + words.word("attachment", attachment.kind()) + "]"
                    + (attachment.fileName() == null ? "" : " " + attachment.fileName()));
        }
        if (content.text() != null) {
            parts.add(content.text());
        }
        if (content.place() != null) {
            parts.add("[" + words.get("place") + "] "
                    + Stream.of(
                                    words.text(content.place().name()),
                                    words.text(content.place().address()))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        content.cards()
                .forEach(card -> parts.add("[" + words.get("card") + "] " + words.text(card.name()) + " "
                        + String.join(", ", card.phones()) + " " + String.join(", ", card.emails())));
        return parts.isEmpty() ? List.of("[" + words.word("type", content.type()) + "]") : parts;
    }

    private String foot(Message message) {
        List<String> said = new ArrayList<>();
        if (message.author().business()) {
            ProviderError error = message.delivery().error();
            String why = error != null && message.state() == DeliveryState.FAILED ? ": " + error.title() : "";
            said.add(words.of("delivery", message.state()) + why);
        }
        message.editedAt().ifPresent(at -> said.add(words.get("edited") + " " + words.time(at)));
        for (Reacted reaction : message.reactions()) {
            said.add(words.of("author", reaction.by()) + ": " + reaction.emoji());
        }
        return String.join(" · ", said);
    }

    private String happened(Interaction interaction) {
        String at = " · " + words.time(interaction.occurredAt());
        if (interaction instanceof SystemEvent event) {
            String text = event.content().text();
            return words.of("event", event.kind())
                    + (event.score() == null ? "" : " · " + event.score().toPlainString())
                    + (text == null || text.isBlank() ? "" : " · " + text)
                    + at;
        }
        if (interaction instanceof Dealing dealing) {
            return dealing.deal() instanceof Booking booking
                    ? Stream.of(
                                    words.get("appointment") + ": " + words.of("appointment", booking.status()),
                                    words.moment(booking.start()),
                                    words.text(booking.service()),
                                    words.text(booking.staff()))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" · "))
                    : transfer((Transfer) dealing.deal()) + at;
        }
        return words.text(interaction.content().text()) + at;
    }

    private String transfer(Transfer transfer) {
        return words.of("payment", transfer.kind()) + ": "
                + words.money(transfer.money().amount(), transfer.money().currency());
    }
}
