package io.crmkit.capture;

import io.crmkit.capture.Cluster.Span;
import io.crmkit.capture.Rearrangement.Conflict;
import io.crmkit.capture.Rearrangement.Move;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Persons;
import io.crmkit.contact.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides anew who is who around one statement: which contacts stay, which are joined, which interactions turn out to be
 * somebody else's. Pure; the result is applied by storage.
 */
final class Identification {
    private final Cluster cluster;
    private final PartyKeys keys;
    private final IdentityStatement statement;
    private final boolean demanded;
    private final Optional<Merge> merge;
    private final Optional<Merge> undone;
    private final List<IdentityStatement> evidence;
    private final Supplier<ContactId> ids;
    private final Map<MatchKey, List<Holding<Integer>>> persons;
    private final List<Persons.Contradiction> contradictions;
    private final Map<Integer, ContactId> contacts = new HashMap<>();
    private final Map<ContactId, ContactId> absorbed = new LinkedHashMap<>();
    private final List<ContactId> created = new ArrayList<>();

    /**
     * @param demanded whether something is to be stored with whoever holds the route at that time, so that they need a
     *     contact
     */
    Identification(
            Cluster cluster, PartyKeys keys, IdentityStatement statement, boolean demanded, Supplier<ContactId> ids) {
        this(cluster, keys, statement, demanded, Optional.empty(), true, ids);
    }

    private Identification(
            Cluster cluster,
            PartyKeys keys,
            IdentityStatement statement,
            boolean demanded,
            Optional<Merge> merge,
            boolean stands,
            Supplier<ContactId> ids) {
        this.merge = merge;
        this.undone = stands ? Optional.empty() : merge;
        this.cluster = cluster;
        this.keys = keys;
        this.statement = statement;
        this.demanded = demanded;
        this.ids = ids;
        this.evidence = evidence();
        Persons replayed = Persons.from(evidence, cluster.merges());
        this.persons = replayed.holdings();
        this.contradictions = replayed.contradictions();
        assign();
    }

    /** Decides anew who is who, given the merges that stand by now. Nothing else is learned. */
    static Identification after(Cluster cluster, Merge merge, boolean stands, Supplier<ContactId> ids) {
        return new Identification(
                cluster,
                new PartyKeys(Map.of(), Map.of()),
                seen(merge.survivor().seen()),
                false,
                Optional.of(merge),
                stands,
                ids);
    }

    /** Whose what the statement came with is. Empty if nobody demanded it and nobody has it. */
    Optional<ContactId> holder() {
        return Optional.ofNullable(at(keys.route(), statement.at())).map(contacts::get);
    }

    Rearrangement rearrangement() {
        return new Rearrangement(
                statement,
                keys.all(),
                holdings(),
                List.copyOf(created),
                merge,
                restored(),
                Map.copyOf(absorbed),
                moves(),
                conflicts());
    }

    private List<ContactId> restored() {
        return undone.map(withdrawn -> withdrawn.absorbed().contact()).stream()
                .filter(contacts::containsValue)
                .toList();
    }

    private List<IdentityStatement> evidence() {
        List<IdentityStatement> evidence = new ArrayList<>();
        IdentityStatement earliest = statement;
        for (IdentityStatement known : cluster.statements()) {
            if (known.sameAs(statement)) {
                earliest = known.at().isBefore(earliest.at()) ? known : earliest;
            } else {
                evidence.add(known);
            }
        }
        evidence.add(earliest);
        for (Span span : cluster.spans()) {
            evidence.add(seen(span.route(), span.first()));
            evidence.add(seen(span.route(), span.last()));
        }
        for (Merge standing : cluster.merges()) {
            evidence.add(seen(standing.survivor().seen()));
            evidence.add(seen(standing.absorbed().seen()));
        }
        undone.ifPresent(withdrawn -> evidence.add(seen(withdrawn.absorbed().seen())));
        if (demanded) {
            evidence.add(seen(keys.route(), statement.at()));
        }
        return evidence;
    }

    private static IdentityStatement seen(Sighting sighting) {
        return seen(sighting.key(), sighting.at());
    }

    private static IdentityStatement seen(MatchKey route, Instant at) {
        return new IdentityStatement(Set.of(route), Set.of(), at, false);
    }

    /**
     * A person has a contact where something happened with them, or a provider lists them. Each keeps the survivor of
     * their merges, or else the earliest of the contacts that were theirs; the others of it are joined to that one.
     */
    private void assign() {
        Map<Integer, Set<ContactId>> first = new TreeMap<>();
        merge.ifPresent(m ->
                found(first, m.survivor().seen(), cluster.contact(m.survivor().seen())));
        Map<Integer, Set<ContactId>> second = new TreeMap<>();
        undone.ifPresent(m -> found(second, m.absorbed().seen(), m.absorbed().contact()));
        Map<Integer, Set<ContactId>> surviving = new TreeMap<>();
        Map<Integer, Set<ContactId>> merged = new TreeMap<>();
        for (Merge standing : cluster.merges()) {
            found(
                    surviving,
                    standing.survivor().seen(),
                    cluster.contact(standing.survivor().seen()));
            found(
                    merged,
                    standing.absorbed().seen(),
                    cluster.contact(standing.absorbed().seen()));
        }
        Map<Integer, Set<ContactId>> seen = new TreeMap<>();
        for (Span span : cluster.spans()) {
            candidate(seen, at(span.route(), span.first()), span.contact());
            candidate(seen, at(span.route(), span.last()), span.contact());
        }
        Map<Integer, Set<ContactId>> listed = new TreeMap<>();
        for (IdentityStatement known : evidence) {
            if (known.listed()) {
                wanted(listed, Persons.route(known.now()), known.at());
            }
        }
        Map<Integer, Set<ContactId>> asked = new TreeMap<>();
        if (demanded) {
            wanted(asked, keys.route(), statement.at());
        }
        List<Map<Integer, Set<ContactId>>> tiers = List.of(first, second, surviving, merged, seen, listed, asked);
        Set<ContactId> taken = new HashSet<>();
        for (Map<Integer, Set<ContactId>> tier : tiers) {
            tier.forEach((person, theirs) -> keepOne(person, theirs, taken));
        }
        for (Map<Integer, Set<ContactId>> tier : tiers) {
            tier.forEach((person, theirs) -> joinOthers(person, theirs, taken));
        }
    }

    private void found(Map<Integer, Set<ContactId>> candidates, Sighting sighting, @Nullable ContactId contact) {
        if (contact != null) {
            candidate(candidates, at(sighting.key(), sighting.at()), contact);
        }
    }

    private void wanted(Map<Integer, Set<ContactId>> candidates, MatchKey route, Instant at) {
        candidate(candidates, at(route, at), cluster.contact(new Sighting(route, at)));
    }

    private static void candidate(
            Map<Integer, Set<ContactId>> candidates, @Nullable Integer person, @Nullable ContactId contact) {
        if (person != null) {
            Set<ContactId> theirs = candidates.computeIfAbsent(person, p -> new TreeSet<>());
            if (contact != null) {
                theirs.add(contact);
            }
        }
    }

    private void keepOne(Integer person, Set<ContactId> theirs, Set<ContactId> taken) {
        if (!contacts.containsKey(person)) {
            Optional<ContactId> earliest = theirs.stream()
                    .filter(contact -> !taken.contains(contact))
                    .min(Comparator.comparing(this::since).thenComparing(Comparator.naturalOrder()));
            ContactId kept = earliest.orElseGet(ids);
            if (earliest.isEmpty()) {
                created.add(kept);
            }
            contacts.put(person, kept);
            taken.add(kept);
        }
    }

    private void joinOthers(Integer person, Set<ContactId> theirs, Set<ContactId> taken) {
        ContactId kept = Objects.requireNonNull(contacts.get(person));
        theirs.stream().filter(other -> !taken.contains(other)).forEach(other -> absorbed.putIfAbsent(other, kept));
    }

    private Instant since(ContactId contact) {
        return cluster.spans().stream()
                .filter(span -> span.contact().equals(contact))
                .map(Span::first)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private Map<MatchKey, List<Holding<ContactId>>> holdings() {
        Map<MatchKey, List<Holding<ContactId>>> holdings = new TreeMap<>();
        persons.forEach((key, times) -> holdings.put(
                key,
                times.stream()
                        .map(time -> new Holding<>(time.until(), contact(time.holder())))
                        .toList()));
        return holdings;
    }

    private @Nullable ContactId contact(@Nullable Integer person) {
        return person == null ? null : contacts.get(person);
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        Overlaps.walk(persons, cluster.holdings(), (key, after, until, person, contact) -> {
            ContactId owner = contact(person);
            if (contact != null && owner != null && !owner.equals(contact)) {
                moves.add(new Move(contact, owner, key, after, until));
            }
        });
        return moves;
    }

    private List<Conflict> conflicts() {
        Map<Set<ContactId>, Conflict> conflicts = new LinkedHashMap<>();
        for (Persons.Contradiction contradiction : contradictions) {
            ContactId one = contact(contradiction.one());
            ContactId other = contact(contradiction.other());
            // Of the other nothing is known but the identifier: then the one contact contradicts itself.
            ContactId known = one != null ? one : other;
            if (known != null) {
                ContactId against = other != null ? other : known;
                conflicts.putIfAbsent(
                        new TreeSet<>(List.of(known, against)),
                        new Conflict(contradiction.statement(), known, against));
            }
        }
        return List.copyOf(conflicts.values());
    }

    private @Nullable Integer at(MatchKey key, Instant at) {
        return Cluster.holder(persons.getOrDefault(key, List.of()), at);
    }
}
