package io.crmkit.duplicate;

import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The storage port to the marks of contacts, within one unit of work of one tenant. They are those of every contact as it
 * is now; who was absorbed has none.
 *
 * @since 0.1
 */
public interface Marks {
    /** Where marks of addresses begin; those of names follow them. */
    long FIRST = Long.MIN_VALUE;

    /** Contacts that share a mark, by id; few enough for it to say something. */
    record Group(long place, List<ContactId> contacts) {
        public Group {
            contacts = List.copyOf(contacts);
        }
    }

    /**
     * Groups in order of their places.
     *
     * @param next where it goes on; empty at the end
     */
    record Stretch(List<Group> groups, OptionalLong next) {
        public Stretch {
            groups = List.copyOf(groups);
        }
    }

    /** Where a mark stands in the order of all. Other marks may stand there too, though hardly ever. */
    long place(Mark mark);

    /**
     * Groups of two to {@code most}, from a place on.
     *
     * @param rows about how many contacts' marks are looked at
     */
    Stretch groups(long from, int rows, int most);

    /** Who shares marks that stand at these places; places where more than {@code most} do are left out. */
    List<Group> groups(Collection<Long> places, int most);

    /** How many contacts there are and how many have a word of their name begin with each of these. */
    Census census(Set<String> words);

    /** Contacts for comparing, by id; those that are not there or were absorbed are left out. */
    Map<ContactId, Candidate> candidates(Collection<ContactId> ids);
}
