package io.crmkit.move;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to what was agreed with many contacts, asked for by them and said to them, within one unit of work of
 * one tenant: to be written down, and to be taken over elsewhere. Costs the same few statements however many contacts are
 * asked for; a contact that has nothing of it is not in the answer.
 *
 * @since 0.1
 */
public interface Keepsakes {
    /** What contacts agreed to and asked for, by id. */
    Map<ContactId, List<Keepsake>> of(Collection<ContactId> contacts);

    /** How many messages on their way out contacts have. */
    Map<ContactId, Integer> sendings(Collection<ContactId> contacts);

    /** All of these of contacts of which the caller knows that they are not many, by id. */
    Map<ContactId, List<Keepsake.Sent>> sent(Collection<ContactId> contacts);

    /** These of one contact, by id, at most {@code limit}, after the one with this id. */
    List<Keepsake.Sent> sent(ContactId contact, @Nullable UUID after, int limit);

    /** What people asked for who are no contacts any more. Hands over one after the other, in any order. */
    void strays(Consumer<Keepsake.Asked> each);

    /** The last word on each identifier that is stored. Hands over one after the other, in any order. */
    void words(Consumer<LastWord<MatchKey>> each);

    /**
     * Takes over what is not there yet; nothing is decided by it. The contacts are there and the merges stand.
     *
     * @throws IllegalArgumentException if a contact or a merge is not there; a request's contact need not be
     */
    void put(List<Keepsake> keepsakes);

    /** Takes over the last word on identifiers, unless there is a later one. */
    void say(List<LastWord<MatchKey>> words);
}
