package io.crmkit.membership;

import io.crmkit.contact.ContactId;
import io.crmkit.segment.SegmentKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The storage port to noticed memberships, within one unit of work of one tenant. Who is in a segment now is asked of
 * {@link io.crmkit.segment.Selections}.
 *
 * @since 0.1
 */
public interface Memberships {
    /** The segments each of these contacts is noted to be in; those in none may be missing. */
    Map<ContactId, Set<SegmentKey>> of(Collection<ContactId> contacts);

    /** Notes memberships; those that were not there. */
    List<Membership> add(List<Membership> memberships);

    /** Takes memberships away; those that were there. */
    List<Membership> remove(List<Membership> memberships);

    /** How far it has been looked at all contacts; empty if nobody began. */
    Optional<Survey> survey();

    /** The same, and lets nobody else survey until the unit of work ends. */
    Optional<Survey> holdSurvey();

    void save(Survey survey);
}
