package io.crmkit.rights;

import io.crmkit.contact.ContactId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The storage port of erasing people, within one unit of work of one tenant.
 *
 * <p>An erasure begins with {@link #shred}, short whatever there is: from its commit on nothing of the person can be read
 * or captured into. What is left then are rows without keys, which {@link #purge} removes.
 *
 * @since 0.1
 */
public interface Erasures {
    /**
     * Destroys the keys of the contacts and of all that were merged with them, forgets their identifiers and names, and
     * leaves tombstones: when each identifier was theirs. Waits for captures of the same identifiers; those that come
     * after it see the tombstones. What the note knows beyond this database is kept as well.
     *
     * @param setAsides what was kept aside of the person, which goes and does not come back
     * <p>What it removed is told of the erasure from then on, by table.
     *
     * @return whether there was anybody, or the note told of somebody; if not, nothing has changed
     * @throws io.crmkit.capture.Overtaken if the unit of work is to be begun again
     */
    boolean shred(ErasureNote order, Set<UUID> setAsides);

    /**
     * Removes some of what is left, at most so many messages, each of them known as erased from then on.
     *
     * @return how many rows it removed, by table; empty once nothing is left
     */
    Map<String, Long> purge(ErasureId id, int messages);

    /** How many rows refer to one of the contacts, by table, whether or not there are any; empty if nobody was erased. */
    Map<String, Long> remaining(ErasureId id);

    /** Replaces what is told of an erasure that was begun. */
    void save(Erasure erasure);

    /** What has to be noted of an erasure that was begun. */
    Optional<ErasureNote> note(ErasureId id);

    /** The erasure of a contact. */
    Optional<Erasure> of(ContactId contact);

    /** An erasure that was begun. */
    Optional<Erasure> find(ErasureId id);
}
