package io.crmkit.watch;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which conversations were closed before they were cut anew. Not thread-safe. */
final class Closings {
    /** What is late or merged by hand changes few of the latest conversations. */
    private static final int MOST = 1_000;

    private final UnitOfWork unit;
    private final Set<ConversationId> open = new HashSet<>();
    private final Set<ConversationId> closed = new HashSet<>();
    private final Set<ContactId> read = new HashSet<>();
    private boolean rearranging;

    Closings(UnitOfWork unit) {
        this.unit = unit;
    }

    /** To be told before a contact's conversations are cut anew. */
    void before(ContactId contact) {
        if (read.add(contact)) {
            unit.timelines()
                    .conversations(contact, null, MOST)
                    .forEach(conversation -> (conversation.open() ? open : closed).add(conversation.id()));
        }
    }

    /** Says whether what is cut anew was somebody else's or is to be: then what was over before is no news. */
    void rearranging(boolean now) {
        rearranging = now;
    }

    /** Of these, the ones that close now. */
    List<Conversation> among(Collection<Conversation> conversations) {
        return conversations.stream()
                .filter(conversation -> !conversation.open() && closed.add(conversation.id()))
                .filter(conversation -> !rearranging || open.contains(conversation.id()))
                .toList();
    }

    void closed(Collection<Conversation> conversations) {
        conversations.forEach(conversation -> closed.add(conversation.id()));
    }
}
