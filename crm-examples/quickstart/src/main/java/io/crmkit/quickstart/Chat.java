package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Tally;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A contact's newest conversations, as one reads them on a phone. */
final class Chat {
    private static final int WHO = 15;
    private static final int INDENT = WHO + 11;
    private static final int TEXT = Screen.WIDTH - INDENT - 14;

    /** So much of a conversation and of a message is shown; everything is in the JSON document. */
    private static final int ENTRIES = 200;

    private static final int LINES = 12;

    private final CrmSession clinic;
    private final Times times;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    Chat(CrmSession clinic, Times times, Style style) {
        this.clinic = clinic;
        this.times = times;
        this.style = style;
    }

    List<String> lines(ContactProfile profile) {
        String name = ContactTable.name(profile.summary().contact());
        List<ConversationView> conversations = new ArrayList<>(profile.conversations());
        Collections.reverse(conversations);
        for (ConversationView conversation : conversations) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            head(conversation);
            entries(conversation, name);
        }
        return lines;
    }

    private void head(ConversationView view) {
        Tally tally = view.tally();
        List<String> parts = new ArrayList<>();
        parts.add(view.conversation().account().channel());
        parts.add(view.conversation().open() ? "open" : "closed");
        if (!view.duration().isZero()) {
            parts.add(Times.span(view.duration()));
        }
        parts.add(tally.fromCustomer() + " customer, " + tally.fromBot() + " bot, " + tally.fromAgent() + " agent");
        tally.firstResponse().ifPresent(wait -> parts.add("first answer in " + Times.span(wait)));
        lines.add(style.bold("Conversation")
                + style.dim(Columns.cut("  " + String.join(" · ", parts), Screen.WIDTH - 12)));
    }

    private void entries(ConversationView view, String name) {
        Page<Interaction> page = clinic.entries(view.conversation(), null, ENTRIES);
        List<Interaction> entries = new ArrayList<>(page.items());
        entries.sort(Interaction.TIMELINE);
        LocalDate day = null;
        for (Interaction entry : entries) {
            LocalDate today = times.date(entry.occurredAt());
            if (!today.equals(day)) {
                lines.add(style.dim(separator(Times.day(today))));
                day = today;
            }
            entry(entry, name);
        }
        page.next().ifPresent(more -> lines.add(style.dim("…and more: --json has all of them.")));
    }

    private void entry(Interaction entry, String name) {
        String who = entry.author() == Author.CUSTOMER ? name : capital(Screen.word(entry.author()));
        String head = "  " + times.clock(entry.occurredAt()) + "  "
                + style.speaker(entry.author(), Columns.left(who, WHO)) + "  ";
        String receipt = entry instanceof Message message ? Receipt.of(message, style) : "";
        List<String> text = Columns.wrapped(Saying.of(entry), TEXT);
        for (int i = 0; i < Math.min(text.size(), LINES); i++) {
            String line = i == LINES - 1 && text.size() > LINES ? "…" : text.get(i);
            lines.add(
                    i > 0
                            ? " ".repeat(INDENT) + line
                            : head + (receipt.isEmpty() ? line : Columns.left(line, TEXT) + "  " + receipt));
        }
        Saying.marks(entry, times, name).forEach(mark -> lines.add(" ".repeat(INDENT) + style.dim(mark)));
    }

    private static String separator(String day) {
        int before = (Screen.WIDTH - day.length()) / 2 - 1;
        return "·".repeat(before) + " " + day + " " + "·".repeat(Screen.WIDTH - before - day.length() - 2);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
