package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Beat;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Tally;
import io.crmkit.interaction.Timelines;
import io.crmkit.memory.TenantState.TimelineKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened with the contacts of one tenant, in memory. */
record MemoryTimelines(TenantState state) implements Timelines {
    @Override
    public List<Interaction> newest(ContactId contact, @Nullable Cursor olderThan, int limit) {
        NavigableMap<TimelineKey, InteractionId> all = state.timeline(contact);
        return interactions(
                (olderThan == null ? all : all.headMap(key(contact, olderThan), false))
                        .descendingMap()
                        .values(),
                limit);
    }

    @Override
    public List<Interaction> oldest(ContactId contact, @Nullable Cursor newerThan, int limit) {
        NavigableMap<TimelineKey, InteractionId> all = state.timeline(contact);
        return interactions((newerThan == null ? all : all.tailMap(key(contact, newerThan), false)).values(), limit);
    }

    @Override
    public List<Conversation> conversations(ContactId contact, @Nullable Instant openedBefore, int limit) {
        return state.conversationsOf(contact).stream()
                .filter(c -> openedBefore == null || c.openedAt().isBefore(openedBefore))
                .sorted(Comparator.comparing(Conversation::openedAt)
                        .thenComparing(c -> c.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Interaction> entries(Conversation conversation, @Nullable Cursor newerThan, int limit) {
        return oldest(conversation.contact(), newerThan, Integer.MAX_VALUE).stream()
                .filter(i -> i.occurrence().conversation().equals(conversation.id()))
                .limit(limit)
                .toList();
    }

    @Override
    public Tally tally(Conversation conversation) {
        Map<Author, List<Instant>> times = entries(conversation, null, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(
                        Interaction::author, Collectors.mapping(Interaction::occurredAt, Collectors.toList())));
        List<Instant> asked = times.getOrDefault(Author.CUSTOMER, List.of());
        Instant firstAsked = asked.isEmpty() ? null : asked.get(0);
        Instant firstAnswered = Stream.of(Author.BOT, Author.AGENT)
                .flatMap(author -> times.getOrDefault(author, List.of()).stream())
                .filter(at -> firstAsked != null && !at.isBefore(firstAsked))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Tally(
                asked.size(),
                times.getOrDefault(Author.BOT, List.of()).size(),
                times.getOrDefault(Author.AGENT, List.of()).size(),
                times.getOrDefault(Author.SYSTEM, List.of()).size(),
                firstAsked,
                firstAnswered);
    }

    @Override
    public List<Beat> beats(ContactId contact, int limit) {
        return newest(contact, null, Integer.MAX_VALUE).stream()
                .filter(Message.class::isInstance)
                .limit(limit)
                .map(i -> new Beat(
                        i.author(),
                        i.occurredAt(),
                        i.occurrence().ref().account(),
                        i.occurrence().conversation()))
                .toList();
    }

    @Override
    public Optional<Instant> heard(ContactId contact, ChannelAccount account, Instant since) {
        return beats(contact, Integer.MAX_VALUE).stream()
                .filter(beat ->
                        beat.author() == Author.CUSTOMER && beat.account().equals(account))
                .map(Beat::at)
                .findFirst()
                .filter(at -> !at.isBefore(since));
    }

    @Override
    public List<Interaction> find(Collection<InteractionId> ids) {
        return ids.stream()
                .map(state.entries::get)
                .filter(Objects::nonNull)
                .map(TenantState.EntryRow::interaction)
                .toList();
    }

    @Override
    public List<Interaction> held(Collection<InteractionId> ids) {
        return find(ids);
    }

    private List<Interaction> interactions(Collection<InteractionId> ids, int limit) {
        return ids.stream()
                .limit(limit)
                .map(id -> Objects.requireNonNull(state.entries.get(id)).interaction())
                .toList();
    }

    private static TimelineKey key(ContactId contact, Cursor cursor) {
        return new TimelineKey(contact, cursor.occurredAt(), cursor.id().value());
    }
}
