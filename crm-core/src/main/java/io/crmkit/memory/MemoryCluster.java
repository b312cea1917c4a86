package io.crmkit.memory;

import io.crmkit.capture.Cluster;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.memory.TenantState.EntryRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gathers what one tenant has around some keys. */
record MemoryCluster(TenantState state) {
    Cluster around(Set<MatchKey> seeds) {
        Set<MatchKey> keys = new HashSet<>();
        Set<IdentityStatement> statements = new HashSet<>();
        Set<Merge> merges = new HashSet<>();
        Set<MatchKey> reached = new HashSet<>(seeds);
        while (!reached.isEmpty()) {
            keys.addAll(reached);
            Set<MatchKey> next = new HashSet<>();
            for (IdentityStatement statement : state.statements.rows().values()) {
                if (mentions(statement, reached) && statements.add(statement)) {
                    next.addAll(statement.now());
                    next.addAll(statement.before());
                }
            }
            for (TenantState.MergeRow row : state.merges.rows().values()) {
                Merge merge = row.merge();
                Set<MatchKey> linked = merge.keys();
                if (linked.stream().anyMatch(reached::contains) && merges.add(merge)) {
                    next.addAll(linked);
                }
            }
            next.removeAll(keys);
            reached = next;
        }
        Map<MatchKey, List<Holding<ContactId>>> holdings = new HashMap<>();
        Map<ContactId, Naming> contacts = new HashMap<>();
        for (MatchKey key : keys) {
            List<Holding<ContactId>> times = state.holdings.get(key);
            if (times != null) {
                holdings.put(key, times);
                times.stream()
                        .map(Holding::holder)
                        .filter(Objects::nonNull)
                        .forEach(c -> contacts.put(
                                c, Objects.requireNonNull(state.contacts.get(c)).naming()));
            }
        }
        return new Cluster(
                List.copyOf(statements),
                holdings,
                spans(contacts.keySet(), Cluster.cuts(statements)),
                contacts,
                merges.stream().sorted(Merge.LAST_FIRST).toList());
    }

    private static boolean mentions(IdentityStatement statement, Set<MatchKey> keys) {
        return statement.now().stream().anyMatch(keys::contains)
                || statement.before().stream().anyMatch(keys::contains);
    }

    private List<Cluster.Span> spans(Set<ContactId> contacts, List<Instant> cuts) {
        Map<List<Object>, Cluster.Span> spans = new HashMap<>();
        for (ContactId contact : contacts) {
            for (EntryRow row : state.entriesOf(contact)) {
                Instant at = row.interaction().occurredAt();
                spans.merge(
                        List.of(contact, row.route(), Cluster.stretch(cuts, at)),
                        new Cluster.Span(contact, row.route(), at, at),
                        (span, one) -> new Cluster.Span(contact, span.route(), span.first(), one.last()));
            }
        }
        return List.copyOf(spans.values());
    }
}
