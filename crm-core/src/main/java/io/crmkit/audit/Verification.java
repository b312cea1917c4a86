package io.crmkit.audit;

import io.crmkit.audit.AuditVerdict.Reason;
import io.crmkit.audit.AuditVerdict.Sound;
import io.crmkit.audit.AuditVerdict.Tampered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from its beginning; of checkpoints of what is gone it can say nothing. Holds a few hundred links at a time.
 *
 * @since 0.1
 */
public final class Verification {
    private static final int AT_ONCE = 500;

    private final AuditChain chain;
    private final Map<Long, List<Checkpoint>> known;

    /** @param checkpoints what is known from elsewhere of the same tenant's chain */
    public Verification(AuditChain chain, Collection<Checkpoint> checkpoints) {
        this.chain = chain;
        this.known = checkpoints.stream().collect(Collectors.groupingBy(Checkpoint::place));
    }

    /** The verdict, in a unit of work that sees all of it as of one moment. */
    public AuditVerdict verdict() {
        AuditChain.End end = chain.end();
        AuditChain.Beginning beginning = chain.beginning();
        long place = beginning.place();
        String seal = beginning.seal();
        if (!beginning.genuine()) {
            return new Tampered(Math.max(place, 1), Reason.FORGED_BEGINNING);
        } else if (contradicted(place, seal)) {
            return new Tampered(place, Reason.CONTRADICTS_CHECKPOINT);
        }
        List<AuditLink> links;
        do {
            links = chain.behind(place, AT_ONCE);
            for (AuditLink link : links) {
                place++;
                Tampered wrong = wrong(link, place, seal, end);
                if (wrong != null) {
                    return wrong;
                }
                seal = link.seal();
            }
        } while (!links.isEmpty());
        if (place < end.place()) {
            return new Tampered(place + 1, Reason.MISSING);
        }
        if (!end.genuine() || !end.seal().equals(seal)) {
            return new Tampered(place, Reason.FORGED_END);
        }
        long last = place;
        return known.keySet().stream().anyMatch(kept -> kept > last)
                ? new Tampered(place + 1, Reason.CONTRADICTS_CHECKPOINT)
                : new Sound(place, chain.waiting());
    }

    private @Nullable Tampered wrong(AuditLink link, long place, String before, AuditChain.End end) {
        if (link.place() != place) {
            return new Tampered(place, Reason.MISSING);
        }
        if (!link.follows(before)) {
            return new Tampered(place, Reason.CHANGED);
        }
        if (place > end.place()) {
            return new Tampered(place, Reason.ADDED);
        }
        return contradicted(place, link.seal()) ? new Tampered(place, Reason.CONTRADICTS_CHECKPOINT) : null;
    }

    private boolean contradicted(long place, String seal) {
        return known.getOrDefault(place, List.of()).stream()
                .anyMatch(checkpoint -> !checkpoint.seal().equals(seal));
    }
}
