package io.crmkit.profile;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Timelines;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations after a page's end, newest first. Several accounts may have one that opened in the same instant. */
final class ConversationPage {
    private static final Comparator<Conversation> NEWEST = Comparator.comparing(Conversation::openedAt)
            .thenComparing(conversation -> conversation.id().value())
            .reversed();

    private ConversationPage() {}

    static List<Conversation> of(Timelines timelines, ContactId contact, @Nullable PageEnd end, int limit) {
        Instant before = end == null ? null : end.instant().plus(1, ChronoUnit.MICROS);
        // The last found may share their instant with others that were not: those wait until all of it is found.
        for (int asked = limit + 8; ; asked *= 2) {
            List<Conversation> found = timelines.conversations(contact, before, asked);
            boolean all = found.size() < asked;
            Instant last = all ? Instant.MIN : found.get(asked - 1).openedAt();
            List<Conversation> page = found.stream()
                    .filter(conversation -> conversation.openedAt().isAfter(last) && after(conversation, end))
                    .sorted(NEWEST)
                    .limit(limit)
                    .toList();
            if (all || page.size() == limit) {
                return page;
            }
        }
    }

    private static boolean after(Conversation conversation, @Nullable PageEnd end) {
        if (end == null) {
            return true;
        }
        int age = conversation.openedAt().compareTo(end.instant());
        return age < 0 || age == 0 && conversation.id().value().compareTo(end.id()) < 0;
    }
}
