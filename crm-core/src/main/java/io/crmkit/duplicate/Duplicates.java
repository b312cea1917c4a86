package io.crmkit.duplicate;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Pair;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Trace;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Suggests which contacts may be one person, from what is known now. Nothing is merged by it. Thread-safe.
 *
 * @since 0.1
 */
public final class Duplicates {
    private static final int LONGEST_PAGE = 200;

    private final Access access;
    private final InstantSource clock;
    private final Actor actor;

    public Duplicates(Access access, InstantSource clock, Actor actor) {
        this.access = access;
        this.clock = clock;
        this.actor = actor;
    }

    /** Who may be the same person as a contact, the likeliest first; nobody if there is no such contact. */
    public List<Suggestion> of(ContactId id) {
        return access.enter(actor, Action.VIEW_DUPLICATES, id).read((work, trace) -> {
            Optional<ContactId> found = work.contacts().find(id).map(ContactSummary::id);
            trace.of(found, id);
            List<Suggestion> suggestions =
                    found.map(contact -> of(work, contact)).orElse(List.of());
            suggestions.forEach(suggestion -> tell(trace, suggestion));
            return suggestions;
        });
    }

    private static void tell(Trace trace, Suggestion suggestion) {
        trace.of(suggestion.one().id(), 0).of(suggestion.other().id());
    }

    private static List<Suggestion> of(UnitOfWork work, ContactId contact) {
        Set<ContactId> stated = new HashSet<>(work.contacts().conflictsOf(contact));
        Set<ContactId> others = new HashSet<>(stated);
        others.addAll(sharing(work.marks(), contact));
        others.remove(contact);
        Set<ContactId> all = new HashSet<>(others);
        all.add(contact);
        Weighing weighing = new Weighing(work.marks(), all);
        Map<Pair, Resemblance> found = new LinkedHashMap<>();
        for (ContactId other : others) {
            Pair pair = Pair.of(contact, other);
            weighing.of(pair, stated.contains(other)).ifPresent(resemblance -> found.put(pair, resemblance));
        }
        dismissed(work, found).forEach(found::remove);
        return found.entrySet().stream()
                .map(each -> weighing.suggestion(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Suggestion::score)
                        .reversed()
                        .thenComparing(suggestion -> suggestion.one().id())
                        .thenComparing(suggestion -> suggestion.other().id()))
                .toList();
    }

    static Set<Pair> dismissed(UnitOfWork work, Map<Pair, Resemblance> found) {
        Map<Pair, String> evidence = new HashMap<>();
        found.forEach((pair, resemblance) -> evidence.put(pair, resemblance.evidence()));
        return evidence.isEmpty() ? Set.of() : work.dismissals().among(evidence);
    }

    private static Set<ContactId> sharing(Marks marks, ContactId contact) {
        Set<ContactId> sharing = new HashSet<>();
        marks.candidates(Set.of(contact)).values().forEach(candidate -> {
            List<Long> places = Mark.of(candidate).stream().map(marks::place).toList();
            marks.groups(places, Weighing.MOST).forEach(group -> sharing.addAll(group.contacts()));
        });
        return sharing;
    }

    /**
     * Suggestions about all contacts, each once: first those whom a provider calls one, then those who share an address,
     * then those who share a name.
     *
     * @param cursor {@link Page#next()} of the page before; null for the first
     * @param limit 1 to 200
     * @return at most so many, perhaps fewer or none although there are more: a page ends after some work too
     */
    public Page<Suggestion> page(@Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_DUPLICATES);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        DuplicatesEnd from = DuplicatesEnd.parse(cursor);
        return entrance.read((work, trace) -> {
            Page<Suggestion> page = new Walk(work, limit).from(from);
            page.items().forEach(suggestion -> tell(trace, suggestion));
            return page;
        });
    }

    /**
     * Says that two contacts are not one person. They are not suggested again unless something changes of what speaks for
     * it.
     *
     * @return false if the tenant has no such contacts or they are one already
     */
    public boolean dismiss(ContactId some, ContactId other) {
        return access.enter(actor, Action.DISMISS_DUPLICATE, some, other).change((work, trace) -> {
            Optional<ContactId> first = work.contacts().find(some).map(ContactSummary::id);
            Optional<ContactId> second = work.contacts().find(other).map(ContactSummary::id);
            trace.of(first, some).of(second, other);
            if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
                return false;
            }
            Pair pair = Pair.of(first.get(), second.get());
            work.dismissals()
                    .add(
                            pair,
                            evidence(work, pair),
                            actor.name(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        });
    }

    /** What speaks for a pair's being one now, in no words for people; empty if too little does. */
    public static String evidence(UnitOfWork work, Pair pair) {
        boolean stated = work.contacts().conflictsOf(pair.one()).contains(pair.other());
        return new Weighing(work.marks(), Set.of(pair.one(), pair.other()))
                .of(pair, stated)
                .map(Resemblance::evidence)
                .orElse("");
    }
}
