package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything stored about who is who around some identifiers: all that statements link, directly or through others.
 *
 * @param holdings of each key, who held it when; the last holding is open-ended
 * @param spans what was seen of each key through interactions
 * @param contacts of each contact among the holders, what it is called
 * @since 0.1
 */
public record Cluster(
        List<IdentityStatement> statements,
        Map<MatchKey, List<Holding<ContactId>>> holdings,
        List<Span> spans,
        Map<ContactId, Naming> contacts) {

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
