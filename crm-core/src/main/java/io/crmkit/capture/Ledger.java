package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.Threading;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The storage port of capture, within one unit of work of one tenant. A capture recalls, decides and records; the
 * other methods serve the rare case that who is who, or what belongs to which conversation, is decided anew.
 *
 * <p>What is recalled stays true until the unit of work ends: another capture of one of the same keys or messages
 * waits, on this node or another. Where that cannot be kept, the method that finds out throws {@link Overtaken}, nothing
 * of the unit of work is kept, and the capture begins again. Uniqueness of keys and messages rests on the database's unique
 * keys alone.
 *
 * @since 0.1
 */
public interface Ledger {
    /** What is stored about all of this. Costs the same few round trips however much is asked. */
    Recollection recall(Recall recall);

    /**
     * Writes what was decided; of the entries it counts those it added.
     *
     * @throws Overtaken if something recalled changed meanwhile
     */
    void record(Changes changes);

    /** What is stored around these keys. */
    Cluster cluster(Set<MatchKey> keys);

    /** Moves identifiers and interactions to whom they belong. The conversations involved are threaded anew after it. */
    void rearrange(Rearrangement rearrangement);

    /** The interactions of a contact by account, as far as threading needs them, in any order. */
    Map<ChannelAccount, List<Knot>> knots(ContactId contact);

    /** Replaces the conversations of a contact on an account and counts its interactions anew. */
    void rethread(ContactId contact, ChannelAccount account, List<Threading.Thread> threads);

    /**
     * What a contact's interactions, as they were first told, call it by {@code senderName}: the latest that names it
     * counts. Reads the history backwards.
     */
    Naming namesGivenBy(ContactId contact);
}
