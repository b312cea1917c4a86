package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Persons;
import io.crmkit.contact.Sighting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything stored about who is who around some identifiers: all that statements link, directly or through others.
 *
 * @param holdings of each key, who held it when; the last holding is open-ended
 * @param spans what was seen of each key through interactions
 * @param contacts of each contact among the holders, what it is called
 * @param merges those that stand among the persons; they link identifiers as statements do
 * @since 0.1
 */
public record Cluster(
        List<IdentityStatement> statements,
        Map<MatchKey, List<Holding<ContactId>>> holdings,
        List<Span> spans,
        Map<ContactId, Naming> contacts,
        List<Merge> merges) {

    /** This with other merges. */
    Cluster with(List<Merge> others) {
        return new Cluster(statements, holdings, spans, contacts, others);
    }

    /** With whom somebody is, as far as stored; null if with nobody. */
    @Nullable ContactId contact(Sighting sighting) {
        return holder(holdings.getOrDefault(sighting.key(), List.of()), sighting.at());
    }

    /**
     * What shows who a contact is: its latest interaction, or else the latest that a provider lists it by, or else what it
     * holds at a time. Empty if nothing does.
     */
    public Optional<Sighting> sighting(ContactId contact, Instant now) {
        Comparator<Sighting> latest =
                Comparator.comparing(Sighting::at).thenComparing(Sighting::key, Comparator.reverseOrder());
        Optional<Sighting> written = spans.stream()
                .filter(span -> span.contact().equals(contact))
                .map(span -> new Sighting(span.route(), span.last()))
                .max(latest);
        Optional<Sighting> listed = statements.stream()
                .filter(IdentityStatement::listed)
                .map(statement -> new Sighting(Persons.route(statement.now()), statement.at()))
                .filter(seen -> contact.equals(contact(seen)))
                .max(latest);
        Optional<Sighting> held = holdings.keySet().stream()
                .sorted()
                .map(key -> new Sighting(key, now))
                .filter(seen -> contact.equals(contact(seen)))
                .findFirst();
        return written.or(() -> listed).or(() -> held);
    }

    static <P> @Nullable P holder(List<Holding<P>> times, Instant at) {
        for (Holding<P> time : times) {
            if (time.covers(at)) {
                return time.holder();
            }
        }
        return null;
    }

    /** The times of the changes among the statements, each once, in order: they cut what was seen into stretches. */
    public static List<Instant> cuts(Collection<IdentityStatement> statements) {
        return statements.stream()
                .filter(IdentityStatement::changes)
                .map(IdentityStatement::at)
                .distinct()
                .sorted()
                .toList();
    }

    /** Which stretch a time is in: between two cuts, or at one. */
    public static long stretch(List<Instant> cuts, Instant at) {
        return cuts.stream().filter(cut -> cut.isBefore(at)).count()
                + cuts.stream().filter(cut -> !cut.isAfter(at)).count();
    }

    /**
     * The first and last time an interaction of a contact came by a key within one {@link #stretch}. What was seen in
     * between decides nothing.
     */
    public record Span(ContactId contact, MatchKey route, Instant first, Instant last) {}
}
