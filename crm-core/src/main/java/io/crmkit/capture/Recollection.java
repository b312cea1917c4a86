package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Recall}: what is stored, as of after every capture of the same keys that came before.
 *
 * @param holders of each key that was ever stated, who holds it now
 * @param namings of each of those contacts, of those asked for and of those the messages here are with
 * @param statements of each set stated together before, the earliest time
 * @param latest the latest conversation of each contact and account
 * @param interactions the messages that are here
 * @param parked the updates that wait for one of the messages
 * @param tombstones of erased people, as far as they are of these keys and messages
 * @since 0.1
 */
public record Recollection(
        Map<MatchKey, Held> holders,
        Map<ContactId, Naming> namings,
        Map<Set<MatchKey>, Instant> statements,
        Map<Line, Conversation> latest,
        Map<ProviderRef, Interaction> interactions,
        Map<ProviderRef, List<ParkedUpdate>> parked,
        Tombstones tombstones) {

    /** Nothing of anybody. */
    public static Recollection nothing() {
        return new Recollection(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Tombstones.NONE);
    }

    /** Nothing yet, to be filled. */
    public static Recollection blank() {
        return new Recollection(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new Tombstones(new HashMap<>(), new HashSet<>()));
    }

    /**
     * Who holds a key now.
     *
     * @param contact null if nobody, after the last holder gave it up
     * @param since null if it never changed hands
     */
    public record Held(
            @Nullable ContactId contact, @Nullable Instant since) {
        boolean covers(Instant at) {
            return contact != null && (since == null || at.isAfter(since));
        }
    }

    /** A contact on one account: what a conversation runs on. */
    public record Line(ContactId contact, ChannelAccount account) {}
}
