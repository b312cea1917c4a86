package io.crmkit.contact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the business said: these two contacts are one person. Obeyed even where their identifiers contradict,
 * until it is withdrawn.
 *
 * @param survivor who goes on
 * @param absorbed whose id leads to the survivor from then on
 * @param actor who said it
 * @param at when; later than any other merge of the same contact that stands
 * @since 0.1
 */
public record Merge(MergeId id, Side survivor, Side absorbed, String actor, Instant at) {
    /** The last merge first: the order in which they are undone. */
    public static final Comparator<Merge> LAST_FIRST = Comparator.comparing(Merge::at)
            .thenComparing(merge -> merge.id().value())
            .reversed();

    /**
     * One of the two.
     *
     * @param contact as it was when they were merged
     * @param seen the person meant
     */
    public record Side(ContactId contact, Sighting seen) {}

    /**
     * What a merge writes over, kept to be given back.
     *
     * @param survivor what the survivor was called, as far as its own messages do not tell
     * @param absorbed what the other was called, likewise
     * @param status that was set for the survivor by hand, if any
     */
    public record Before(
            Naming survivor, Naming absorbed, @Nullable ContactStatus status) {}

    /** The keys it links; one if both held it one after the other. */
    public Set<MatchKey> keys() {
        return new TreeSet<>(List.of(survivor.seen().key(), absorbed.seen().key()));
    }
}
