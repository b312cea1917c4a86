package io.crmkit.membership;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.segment.Clockwork;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.SegmentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks which segments contacts are in and notes what differs, in one unit of work: all segments, what is read once. */
record Assessment(UnitOfWork work, Definitions.Now definitions) {
    /** When the clock alone will change something about each; those missing of whom it never does. */
    Map<ContactId, Instant> of(Collection<ContactId> contacts) {
        // Nobody who sees less may write later.
        work.additions().hold(Set.copyOf(contacts));
        Map<ContactId, ContactFacts> facts = work.selections().facts(contacts);
        Map<ContactId, Set<SegmentKey>> noted = work.memberships().of(contacts);
        List<Membership> entered = new ArrayList<>();
        List<Membership> left = new ArrayList<>();
        Map<ContactId, Instant> flips = new HashMap<>();
        for (ContactId contact : contacts) {
            ContactFacts known = facts.get(contact);
            Set<SegmentKey> before = noted.getOrDefault(contact, Set.of());
            Set<SegmentKey> now = segments(known);
            now.stream().filter(key -> !before.contains(key)).forEach(key -> entered.add(new Membership(contact, key)));
            before.stream().filter(key -> !now.contains(key)).forEach(key -> left.add(new Membership(contact, key)));
            flip(known).ifPresent(at -> flips.put(contact, at));
        }
        work.memberships().remove(left);
        work.memberships().add(entered);
        return flips;
    }

    /** None of somebody who is not there, or is somebody else's. */
    private Set<SegmentKey> segments(@Nullable ContactFacts facts) {
        Fulfilment fulfilment = new Fulfilment(definitions.asOf());
        return facts == null
                ? Set.of()
                : definitions.segments().entrySet().stream()
                        .filter(segment -> fulfilment.of(segment.getValue(), facts))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private Optional<Instant> flip(@Nullable ContactFacts facts) {
        Clockwork clockwork = new Clockwork(definitions.asOf());
        return facts == null
                ? Optional.empty()
                : definitions.segments().values().stream()
                        .flatMap(criterion -> clockwork.next(criterion, facts).stream())
                        .min(Instant::compareTo);
    }
}
