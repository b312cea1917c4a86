package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who, decided anew: what storage has to change so that every identifier and interaction is with its person.
 *
 * @param statement the statement that led to it, kept from now on unless it is trivial; its identifiers may be new
 * @param holdings of each key, who held it when
 * @param created contacts nobody knew; their identifiers follow from the holdings
 * @param merge the merge by hand that led to it instead, made or withdrawn
 * @param restored contacts that had been absorbed and are themselves again
 * @param absorbed contacts that are somebody else's too: their id leads to the survivor for ever
 * @param moves interactions that turn out to be somebody else's
 * @param conflicts all the pairs of these contacts that a statement calls one person although their identifiers
 *     contradict, each once; whatever was noted of them before is forgotten
 * @since 0.1
 */
public record Rearrangement(
        IdentityStatement statement,
        Map<MatchKey, Identifier> identifiers,
        Map<MatchKey, List<Holding<ContactId>>> holdings,
        List<ContactId> created,
        Optional<Merge> merge,
        List<ContactId> restored,
        Map<ContactId, ContactId> absorbed,
        List<Move> moves,
        List<Conflict> conflicts) {

    /** Every contact it is about. */
    public Set<ContactId> contacts() {
        Set<ContactId> all = new HashSet<>(absorbed.keySet());
        all.addAll(restored);
        holdings.values()
                .forEach(times -> times.stream()
                        .map(Holding::holder)
                        .filter(Objects::nonNull)
                        .forEach(all::add));
        moves.forEach(move -> all.addAll(List.of(move.from(), move.to())));
        return all;
    }

    /** Interactions of one contact that came by a key after one time and until another, both null where unbounded. */
    public record Move(
            ContactId from,
            ContactId to,
            MatchKey route,
            @Nullable Instant after,
            @Nullable Instant until) {}

    /** Two contacts, the same one twice where an identifier contradicts what one contact holds. */
    public record Conflict(IdentityStatement statement, ContactId one, ContactId other) {}
}
