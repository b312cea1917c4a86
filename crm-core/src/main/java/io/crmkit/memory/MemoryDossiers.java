package io.crmkit.memory;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Note;
import io.crmkit.dossier.Dossiers;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Origins.Held;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Timelines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What contacts of one tenant have, in memory. */
record MemoryDossiers(TenantState state) implements Dossiers {
    @Override
    public Map<ContactId, Map<String, AttributeValue>> attributes(Collection<ContactId> contacts) {
        return each(contacts, Map.of(), id -> state.added(id).attributes());
    }

    @Override
    public Map<ContactId, List<Note>> notes(Collection<ContactId> contacts) {
        return each(
                contacts,
                List.of(),
                id -> state.added(id).notes().stream()
                        .sorted(Added.NEWEST_FIRST.reversed())
                        .toList());
    }

    @Override
    public Map<ContactId, List<Conversation>> conversations(Collection<ContactId> contacts) {
        return each(
                contacts,
                List.of(),
                id -> state.conversationsOf(id).stream()
                        .sorted(Comparator.comparing(Conversation::openedAt)
                                .thenComparing(c -> c.id().value(), TenantState.IDS))
                        .toList());
    }

    @Override
    public Map<ContactId, List<Fact>> facts(Collection<ContactId> contacts) {
        return each(
                contacts,
                List.of(),
                id -> Objects.requireNonNullElse(state.facts.get(id), List.<Fact>of()).stream()
                        .sorted(Fact.RECORDED)
                        .toList());
    }

    @Override
    public Map<ContactId, Origins> origins(Collection<ContactId> contacts) {
        Map<ContactId, List<Held>> held = new HashMap<>();
        state.holdings.rows().forEach((key, times) -> {
            Identifier identifier = Objects.requireNonNull(state.identifiers.get(key));
            times.stream()
                    .map(Holding::holder)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(holder ->
                            held.computeIfAbsent(holder, h -> new ArrayList<>()).add(new Held(key, identifier, times)));
        });
        Map<ContactId, List<ContactId>> absorbed = new HashMap<>();
        state.contacts.rows().forEach((id, row) -> {
            if (row.into() != null) {
                absorbed.computeIfAbsent(state.survivor(id), s -> new ArrayList<>())
                        .add(id);
            }
        });
        return each(
                contacts,
                Origins.NONE,
                id -> new Origins(held.getOrDefault(id, List.of()), absorbed.getOrDefault(id, List.of())));
    }

    @Override
    public Map<ContactId, List<Entry>> entries(Collection<ContactId> contacts) {
        return each(contacts, List.of(), contact -> entries(contact, null, Integer.MAX_VALUE));
    }

    @Override
    public List<Entry> entries(ContactId contact, Timelines.@Nullable Cursor newerThan, int limit) {
        return new MemoryTimelines(state)
                .oldest(contact, newerThan, limit).stream()
                        .map(i -> entry(Objects.requireNonNull(state.entries.get(i.id()))))
                        .toList();
    }

    private Entry entry(TenantState.EntryRow row) {
        Map<String, Reading> readings = state.readings.get(row.interaction().id());
        return new Entry(
                row.interaction(),
                state.identifiers.get(row.route()) == null ? null : row.route(),
                readings == null
                        ? List.of()
                        : readings.values().stream()
                                .sorted(Comparator.comparing(Reading::extractor))
                                .toList());
    }

    private static <T> Map<ContactId, T> each(Collection<ContactId> contacts, T nothing, Function<ContactId, T> part) {
        Map<ContactId, T> parts = new HashMap<>();
        contacts.forEach(contact -> parts.put(contact, part.apply(contact)));
        parts.values().removeIf(nothing::equals);
        return parts;
    }
}
