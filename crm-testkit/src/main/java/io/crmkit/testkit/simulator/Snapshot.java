package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Matching;
import io.crmkit.interaction.Interaction;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything a tenant has, as read through the door, in lines that can be compared: without generated ids and times of
 * receipt, and with match keys in place of the addresses, of whose variants the first told is kept.
 *
 * @since 0.1
 */
public record Snapshot(List<String> lines) {
    private static final int PAGE = 7;

    public Snapshot {
        lines = List.copyOf(lines);
    }

    /** All of it, page by page. */
    public static Snapshot of(CrmSession session) {
        List<ContactSummary> contacts = all(cursor -> session.contacts(cursor, PAGE));
        Map<ContactId, String> labels = new HashMap<>();
        for (ContactSummary contact : contacts) {
            labels.put(contact.id(), label(session, contact));
        }
        List<List<String>> blocks = new ArrayList<>();
        for (ContactSummary contact : contacts) {
            blocks.add(block(session, contact, labels));
        }
        blocks.sort(Comparator.comparing(block -> String.join("\n", block)));
        return new Snapshot(blocks.stream().flatMap(List::stream).toList());
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static String label(CrmSession session, ContactSummary contact) {
        List<String> refs = timeline(session, contact.id()).stream()
                .map(interaction -> interaction.occurrence().ref().id())
                .toList();
        return keys(contact) + " of " + refs;
    }

    private static List<MatchKey> keys(ContactSummary contact) {
        return contact.contact().identifiers().stream()
                .map(Snapshot::key)
                .sorted()
                .toList();
    }

    private static MatchKey key(Identifier identifier) {
        return Matching.standard().canonical(identifier);
    }

    private static List<Interaction> timeline(CrmSession session, ContactId contact) {
        List<Interaction> timeline = new ArrayList<>(all(cursor -> session.timeline(contact, cursor, PAGE)));
        timeline.sort(Interaction.TIMELINE);
        return timeline;
    }

    private static List<String> block(CrmSession session, ContactSummary summary, Map<ContactId, String> labels) {
        List<String> lines = new ArrayList<>();
        ContactProfile profile = session.profile(summary.id()).orElseThrow();
        StringBuilder head = new StringBuilder("contact");
        keys(summary)
                .forEach(key -> head.append(' ')
                        .append(key.scheme())
                        .append(':')
                        .append(key.scope())
                        .append(':')
                        .append(key.key()));
        lines.add(head.append(" called ")
                .append(summary.contact().displayName())
                .append(summary.contact().username())
                .append(' ')
                .append(summary.contact().status())
                .toString());
        lines.add("  " + summary.activity() + (profile.summary().equals(summary) ? "" : " but " + profile.summary()));
        lines.add("  " + profile.inquiry());
        profile.conflicts().stream()
                .map(other -> other.equals(summary.id()) ? "itself" : String.valueOf(labels.get(other)))
                .sorted()
                .forEach(other -> lines.add("  contradicts " + other));
        List<Interaction> threaded = new ArrayList<>();
        conversations(session, summary.id()).forEach(view -> conversation(session, view, lines, threaded));
        timeline(session, summary.id()).stream()
                .filter(entry -> !entry.threaded())
                .forEach(entry -> {
                    lines.add("  " + Telling.of(entry));
                    threaded.add(entry);
                });
        profile.patronage()
                .appointments()
                .forEach(each -> lines.add("  " + each + " " + each.ref().id() + " " + each.starts()));
        if (!profile.patronage().payments().isEmpty()) {
            lines.add("  spent " + profile.patronage().spend());
        }
        threaded.sort(Interaction.TIMELINE);
        if (!threaded.equals(timeline(session, summary.id()))) {
            lines.add("  but its timeline differs from its conversations");
        }
        return lines;
    }

    private static List<ConversationView> conversations(CrmSession session, ContactId contact) {
        List<ConversationView> conversations =
                new ArrayList<>(all(cursor -> session.conversations(contact, cursor, 3)));
        conversations.sort(Comparator.comparing(
                        (ConversationView view) -> view.conversation().openedAt())
                .thenComparing(view -> view.conversation().account().toString()));
        return conversations;
    }

    private static void conversation(
            CrmSession session, ConversationView view, List<String> lines, List<Interaction> threaded) {
        lines.add("  conversation " + view.conversation().account() + " "
                + view.conversation().openedAt() + " to "
                + view.conversation().lastAt() + " " + view.conversation().state() + " latest "
                + view.conversation().latest() + " " + view.conversation().attention() + " " + view.tally());
        List<Interaction> entries = new ArrayList<>(all(cursor -> session.entries(view.conversation(), cursor, PAGE)));
        entries.sort(Interaction.TIMELINE);
        entries.forEach(entry -> lines.add("    " + Telling.of(entry)));
        threaded.addAll(entries);
    }

    private static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return all;
    }
}
