package io.crmkit.capture;

import io.crmkit.capture.Rearrangement.Move;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What contacts are called after it was decided anew who is who. Joined contacts go by the latest of their names; where
 * a contact was split, its own interactions say its name.
 */
final class Renaming {
    private final Map<ContactId, Naming> names = new LinkedHashMap<>();

    Renaming(Ledger ledger, Rearrangement rearrangement, Cluster cluster) {
        rearrangement
                .absorbed()
                .forEach(
                        (from, into) -> names.merge(into, known(cluster, into).and(known(cluster, from)), Naming::and));
        split(rearrangement).forEach(contact -> names.put(contact, ledger.namesGivenBy(contact)));
    }

    Changes changes() {
        Changes changes = new Changes();
        names.forEach((contact, naming) -> changes.name(contact, naming, true));
        return changes;
    }

    private static Set<ContactId> split(Rearrangement rearrangement) {
        Map<ContactId, ContactId> absorbed = rearrangement.absorbed();
        Set<ContactId> split = new LinkedHashSet<>();
        for (Move move : rearrangement.moves()) {
            ContactId rest = absorbed.getOrDefault(move.from(), move.from());
            if (!rest.equals(move.to())) {
                split.add(rest);
                split.add(move.to());
            }
        }
        return split;
    }

    private static Naming known(Cluster cluster, ContactId contact) {
        return cluster.contacts().getOrDefault(contact, Naming.NONE);
    }
}
