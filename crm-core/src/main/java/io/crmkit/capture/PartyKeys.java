package io.crmkit.capture;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Party;
import io.crmkit.contact.Persons;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The keys a party is known by: of each identifier the one already stored, or else the one to store it under. */
record PartyKeys(Map<MatchKey, Identifier> now, Map<MatchKey, Identifier> before) {

    static PartyKeys of(Party party, Matching matching, Predicate<MatchKey> stored) {
        return new PartyKeys(keys(party.identifiers(), matching, stored), keys(party.formerly(), matching, stored));
    }

    private static Map<MatchKey, Identifier> keys(
            Collection<Identifier> identifiers, Matching matching, Predicate<MatchKey> stored) {
        Map<MatchKey, Identifier> keys = new LinkedHashMap<>();
        for (Identifier identifier : identifiers) {
            MatchKey key = matching.candidates(identifier).stream()
                    .filter(stored)
                    .findFirst()
                    .orElseGet(() -> matching.canonical(identifier));
            keys.putIfAbsent(key, identifier);
        }
        return keys;
    }

    /** Every key under which the party may be stored. */
    static Set<MatchKey> candidates(Party party, Matching matching) {
        Set<MatchKey> keys = new HashSet<>();
        for (List<Identifier> side : List.of(party.identifiers(), party.formerly())) {
            side.forEach(identifier -> keys.addAll(matching.candidates(identifier)));
        }
        return keys;
    }

    /** The sets under which a statement about the party may be stored: as written, and folded. */
    static Set<Set<MatchKey>> statements(Party party, Matching matching) {
        if (party.identifiers().size() < 2) {
            return Set.of();
        }
        Set<MatchKey> written = new HashSet<>();
        Set<MatchKey> folded = new HashSet<>();
        for (Identifier identifier : party.identifiers()) {
            written.add(matching.candidates(identifier).get(0));
            folded.add(matching.canonical(identifier));
        }
        return Set.copyOf(new HashSet<>(List.of(written, folded)));
    }

    MatchKey route() {
        return Persons.route(now.keySet());
    }

    Map<MatchKey, Identifier> all() {
        Map<MatchKey, Identifier> all = new LinkedHashMap<>(before);
        all.putAll(now);
        return all;
    }

    IdentityStatement statement(Instant at, boolean listed) {
        return new IdentityStatement(now.keySet(), before.keySet(), at, listed);
    }

    /** Whether no two of them contradict. */
    boolean consistent() {
        Set<String> single = new HashSet<>();
        return now.keySet().stream()
                .filter(key -> key.scheme().single())
                .allMatch(key -> single.add(key.scheme() + "|" + key.scope()));
    }
}
