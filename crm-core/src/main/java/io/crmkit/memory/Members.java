package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.membership.Membership;
import io.crmkit.membership.Memberships;
import io.crmkit.membership.Survey;
import io.crmkit.segment.SegmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The noticed memberships of one tenant in memory. */
final class Members implements Memberships {
    private final Table<ContactId, Set<SegmentKey>> segments;
    private final Table<String, Survey> surveys;

    Members(Deque<Runnable> undo) {
        segments = new Table<>(Comparator.naturalOrder(), undo);
        surveys = new Table<>(Comparator.naturalOrder(), undo);
    }

    private Set<SegmentKey> of(ContactId contact) {
        Set<SegmentKey> known = segments.get(contact);
        return new TreeSet<>(known == null ? Set.of() : known);
    }

    @Override
    public Map<ContactId, Set<SegmentKey>> of(Collection<ContactId> contacts) {
        Map<ContactId, Set<SegmentKey>> all = new HashMap<>();
        contacts.forEach(contact -> all.put(contact, of(contact)));
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    @Override
    public List<Membership> add(List<Membership> memberships) {
        List<Membership> added = new ArrayList<>();
        for (Membership each : memberships) {
            Set<SegmentKey> now = of(each.contact());
            if (now.add(each.segment())) {
                segments.put(each.contact(), now);
                added.add(each);
            }
        }
        return added;
    }

    @Override
    public List<Membership> remove(List<Membership> memberships) {
        List<Membership> removed = new ArrayList<>();
        for (Membership each : memberships) {
            Set<SegmentKey> now = of(each.contact());
            if (now.remove(each.segment())) {
                segments.put(each.contact(), now);
                removed.add(each);
            }
        }
        return removed;
    }

    /** Leaves nothing of a contact. */
    void forget(ContactId contact) {
        segments.remove(contact);
    }

    @Override
    public Optional<Survey> survey() {
        return Optional.ofNullable(surveys.get(""));
    }

    @Override
    public Optional<Survey> holdSurvey() {
        return survey();
    }

    @Override
    public void save(Survey survey) {
        surveys.put("", survey);
    }
}
