package io.crmkit.dossier;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import java.util.List;

/**
 * Where a contact comes from.
 *
 * @param held every identifier it holds or held
 * @param absorbed the contacts that turned out to be it, directly or through others
 * @since 0.1
 */
public record Origins(List<Held> held, List<ContactId> absorbed) {
    /** Nothing. */
    public static final Origins NONE = new Origins(List.of(), List.of());

    public Origins {
        held = held.stream().sorted().toList();
        absorbed = absorbed.stream().sorted().toList();
    }

    /**
     * An identifier, the key it is known by, and who held it when; the last holding is open-ended.
     *
     * @since 0.1
     */
    public record Held(MatchKey key, Identifier identifier, List<Holding<ContactId>> holdings)
            implements Comparable<Held> {
        public Held {
            holdings = List.copyOf(holdings);
        }

        @Override
        public int compareTo(Held other) {
            return key.compareTo(other.key);
        }
    }
}
