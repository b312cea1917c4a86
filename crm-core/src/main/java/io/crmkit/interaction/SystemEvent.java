package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened without being said.
 *
 * @param score how the customer rated it, where that was told
 * @since 0.1
 */
public record SystemEvent(
        Occurrence occurrence,
        EventKind kind,
        Content content,
        @Nullable BigDecimal score) implements Interaction {
    private static final Comparator<SystemEvent> LATER = Comparator.comparing(SystemEvent::occurredAt)
            .thenComparing(SystemEvent::kind)
            .thenComparing(event -> event.score, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(event -> event.content.text(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * Told once more, later: the later telling counts, whatever order they came in.
     *
     * @return this if the other adds nothing
     */
    public SystemEvent retold(SystemEvent told) {
        return LATER.compare(this, told) >= 0
                ? this
                : new SystemEvent(occurrence.at(told.occurredAt()), told.kind, told.content, told.score);
    }

    @Override
    public SystemEvent in(ConversationId conversation) {
        return new SystemEvent(occurrence.in(conversation), kind, content, score);
    }

    @Override
    public SystemEvent of(ContactId contact) {
        return new SystemEvent(occurrence.of(contact), kind, content, score);
    }

    @Override
    public Naming naming() {
        return content.naming(occurredAt());
    }
}
