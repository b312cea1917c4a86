package io.crmkit.memory;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import io.crmkit.memory.TenantState.MergeRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What one tenant has beside what its contacts show, in memory. */
record MemoryArchive(TenantState state) implements Archive {
    @Override
    public List<Absorbed> absorbed(ContactId survivor) {
        return state.contacts.rows().entrySet().stream()
                .filter(row -> row.getValue().into() != null
                        && state.survivor(row.getKey()).equals(survivor))
                .map(row -> {
                    Added added = state.added(row.getKey());
                    return new Absorbed(
                            row.getKey(),
                            Objects.requireNonNull(row.getValue().into()),
                            row.getValue().naming(),
                            added.status(),
                            added.tags(),
                            added.attributes());
                })
                .toList();
    }

    @Override
    public MergeRecord.Taken taken(MergeId merge) {
        MergeRow row = state.merges.get(merge.value());
        if (row == null) {
            return new MergeRecord.Taken(Set.of(), Set.of(), Set.of());
        }
        Set<Tag> tags = new HashSet<>(row.absorbeds().tags());
        tags.removeAll(row.survivors().tags());
        Set<UUID> notes = row.absorbeds().notes().stream().map(Note::id).collect(Collectors.toSet());
        Map<String, ?> now = state.added(row.merge().survivor().contact()).attributes();
        Set<String> attributes = new HashSet<>();
        row.absorbeds().attributes().forEach((name, value) -> {
            if (!row.survivors().attributes().containsKey(name) && value.equals(now.get(name))) {
                attributes.add(name);
            }
        });
        return new MergeRecord.Taken(tags, notes, attributes);
    }

    @Override
    public void identifiers(Consumer<Origins.Held> each) {
        state.holdings.rows().forEach((key, times) -> {
            if (times.size() > 1 || times.get(0).holder() == null) {
                each.accept(new Origins.Held(key, Objects.requireNonNull(state.identifiers.get(key)), times));
            }
        });
    }

    @Override
    public void statements(Consumer<IdentityStatement> each) {
        state.statements.rows().values().forEach(each);
    }

    @Override
    public void contradictions(Consumer<Contradiction> each) {
        state.conflicts.rows().values().forEach(c -> each.accept(new Contradiction(c.one(), c.other())));
    }

    @Override
    public void parked(Consumer<ParkedUpdate> each) {
        state.parked.rows().values().forEach(waiting -> waiting.forEach(each));
    }

    @Override
    public void dismissals(Consumer<Dismissal> each) {
        state.dismissals.rows().forEach((pair, row) -> each.accept(new Dismissal(pair, row.by(), row.at())));
    }
}
