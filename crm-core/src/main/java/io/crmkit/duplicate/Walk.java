package io.crmkit.duplicate;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Pair;
import io.crmkit.duplicate.Marks.Group;
import io.crmkit.duplicate.Marks.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of suggestions about all contacts: the groups of those who share a mark, one after the other. */
final class Walk {
    /** So many marks are looked at for a page. */
    private static final int BUDGET = 100_000;

    private static final int STRETCH = 5_000;

    /** So many contacts are opened at once. */
    private static final int OPENED = 50;

    /** So often pairs that a provider calls one are asked for, until a page ends among them. */
    private static final int ASKED = 20;

    private final UnitOfWork work;
    private final Marks marks;
    private final int limit;
    private final List<Suggestion> found = new ArrayList<>();

    Walk(UnitOfWork work, int limit) {
        this.work = work;
        this.marks = work.marks();
        this.limit = limit;
    }

    /** Two contacts where the walk meets them first. */
    private record Met(long place, Pair pair) {}

    Page<Suggestion> from(DuplicatesEnd start) {
        if (start.place() == null) {
            Optional<DuplicatesEnd> end = stated(start.after());
            return end.isPresent() ? page(end.get()) : groups(new DuplicatesEnd(Marks.FIRST, null));
        }
        return groups(start);
    }

    private Page<Suggestion> page(DuplicatesEnd end) {
        return new Page<>(found, Optional.of(end.text()));
    }

    /** Those whom a provider calls one; where it ended if the page is full. */
    private Optional<DuplicatesEnd> stated(@Nullable Pair start) {
        Pair after = start;
        for (int asked = 0; asked < ASKED; asked++) {
            List<Pair> pairs = work.contacts().conflicts(after, OPENED);
            if (pairs.isEmpty()) {
                return Optional.empty();
            }
            Set<ContactId> contacts = new HashSet<>();
            pairs.forEach(pair -> contacts.addAll(List.of(pair.one(), pair.other())));
            Weighing weighing = new Weighing(marks, contacts);
            Map<Pair, Resemblance> likely = new LinkedHashMap<>();
            pairs.forEach(pair -> weighing.of(pair, true).ifPresent(r -> likely.put(pair, r)));
            Duplicates.dismissed(work, likely).forEach(likely::remove);
            for (Map.Entry<Pair, Resemblance> each : likely.entrySet()) {
                found.add(weighing.suggestion(each.getKey(), each.getValue()));
                if (found.size() == limit) {
                    return Optional.of(new DuplicatesEnd(null, each.getKey()));
                }
            }
            after = pairs.get(pairs.size() - 1);
        }
        return Optional.of(new DuplicatesEnd(null, after));
    }

    private Page<Suggestion> groups(DuplicatesEnd start) {
        DuplicatesEnd from = start;
        for (int rows = 0; rows < BUDGET; rows += STRETCH) {
            Stretch stretch = marks.groups(Objects.requireNonNull(from.place()), STRETCH, Weighing.MOST);
            Optional<DuplicatesEnd> end = among(stretch.groups(), from);
            if (end.isPresent()) {
                return page(end.get());
            }
            if (stretch.next().isEmpty()) {
                return new Page<>(found, Optional.empty());
            }
            from = new DuplicatesEnd(stretch.next().getAsLong(), null);
        }
        return page(from);
    }

    private Optional<DuplicatesEnd> among(List<Group> groups, DuplicatesEnd from) {
        int at = 0;
        while (at < groups.size()) {
            Set<ContactId> contacts = new HashSet<>();
            int begin = at;
            while (at < groups.size() && contacts.size() < OPENED) {
                contacts.addAll(groups.get(at++).contacts());
            }
            Optional<DuplicatesEnd> end = among(groups.subList(begin, at), new Weighing(marks, contacts), from);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<DuplicatesEnd> among(List<Group> groups, Weighing weighing, DuplicatesEnd from) {
        Map<Met, Resemblance> likely = new LinkedHashMap<>();
        for (Group group : groups) {
            List<ContactId> contacts = group.contacts();
            for (int i = 0; i < contacts.size(); i++) {
                for (int j = i + 1; j < contacts.size(); j++) {
                    Pair pair = Pair.of(contacts.get(i), contacts.get(j));
                    weighing.of(pair, false).ifPresent(r -> likely.put(new Met(group.place(), pair), r));
                }
            }
        }
        metBefore(likely.keySet(), weighing, from).forEach(likely::remove);
        Map<Pair, Resemblance> pairs = new HashMap<>();
        likely.forEach((met, resemblance) -> pairs.put(met.pair, resemblance));
        Set<Pair> dismissed = Duplicates.dismissed(work, pairs);
        for (Map.Entry<Met, Resemblance> each : likely.entrySet()) {
            Pair pair = each.getKey().pair;
            if (!dismissed.contains(pair)
                    && !work.contacts().conflictsOf(pair.one()).contains(pair.other())) {
                found.add(weighing.suggestion(pair, each.getValue()));
                if (found.size() == limit) {
                    return Optional.of(new DuplicatesEnd(each.getKey().place, pair));
                }
            }
        }
        return Optional.empty();
    }

    /** Those on pages before, and those that share a mark which the walk comes by earlier. */
    private Set<Met> metBefore(Set<Met> all, Weighing weighing, DuplicatesEnd from) {
        Set<Long> earlier = new HashSet<>();
        all.forEach(met -> earlier.addAll(weighing.sharedBefore(met.place, met.pair)));
        Set<Long> walked = new HashSet<>();
        if (!earlier.isEmpty()) {
            marks.groups(earlier, Weighing.MOST).forEach(group -> walked.add(group.place()));
        }
        Set<Met> before = new HashSet<>();
        for (Met met : all) {
            boolean onPage = from.after() != null
                    && from.place() != null
                    && from.place() == met.place
                    && met.pair.compareTo(from.after()) <= 0;
            if (onPage || weighing.sharedBefore(met.place, met.pair).stream().anyMatch(walked::contains)) {
                before.add(met);
            }
        }
        return before;
    }
}
