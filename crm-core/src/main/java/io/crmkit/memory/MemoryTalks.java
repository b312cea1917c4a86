package io.crmkit.memory;

import io.crmkit.analytics.Talk;
import io.crmkit.analytics.Talks;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.SystemEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How all conversations of one tenant went, in memory. */
record MemoryTalks(TenantState state) implements Talks {
    @Override
    public void begun(Instant from, Instant until, Consumer<Talk> reader) {
        for (Conversation each : state.conversations.rows().values()) {
            if (within(each.openedAt(), from, until)) {
                List<Interaction> entries = state.entriesOf(each.contact()).stream()
                        .map(TenantState.EntryRow::interaction)
                        .filter(entry -> entry.occurrence().conversation().equals(each.id()))
                        .sorted(Interaction.TIMELINE)
                        .toList();
                reader.accept(Talk.of(each.openedAt(), entries));
            }
        }
    }

    @Override
    public void rated(Instant from, Instant until, Consumer<Rating> reader) {
        for (TenantState.EntryRow row : state.entries.rows().values()) {
            if (row.interaction() instanceof SystemEvent event
                    && event.kind() == EventKind.FEEDBACK
                    && within(event.occurredAt(), from, until)) {
                reader.accept(new Rating(event.occurredAt(), event.score()));
            }
        }
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
