package io.crmkit.dossier;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Pair;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The storage port to what a tenant has beside what its contacts show, for reading: what it takes to be the same
 * elsewhere. Within one unit of work of one tenant; hands over one after the other, in any order, without holding all.
 *
 * @since 0.1
 */
public interface Archive {
    /** Somebody said that two contacts are two. */
    record Dismissal(Pair pair, String by, Instant at) {}

    /**
     * A provider calls two contacts one person although their identifiers contradict, the lower id first; the same one
     * twice where it contradicts itself.
     */
    record Contradiction(ContactId one, ContactId other) {
        public Contradiction {
            if (one.compareTo(other) > 0) {
                ContactId lower = other;
                other = one;
                one = lower;
            }
        }
    }

    /** The contacts that turned out to be this one, directly or through others, by id. */
    List<Absorbed> absorbed(ContactId survivor);

    /** What of the other's the survivor got by a merge that stands. */
    MergeRecord.Taken taken(MergeId merge);

    /** Identifiers that nobody holds or that changed hands. */
    void identifiers(Consumer<Origins.Held> each);

    /** Everything that was stated about who is who. */
    void statements(Consumer<IdentityStatement> each);

    /** What of it contradicts. */
    void contradictions(Consumer<Contradiction> each);

    /** Updates that wait for their message. */
    void parked(Consumer<ParkedUpdate> each);

    /** Who was said not to be a duplicate, whether it still counts or not. */
    void dismissals(Consumer<Dismissal> each);
}
