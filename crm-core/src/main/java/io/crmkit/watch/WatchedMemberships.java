package io.crmkit.watch;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent.SegmentEntered;
import io.crmkit.event.DomainEvent.SegmentLeft;
import io.crmkit.membership.Membership;
import io.crmkit.membership.Memberships;
import io.crmkit.membership.Survey;
import io.crmkit.segment.SegmentKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells who enters and leaves segments. */
record WatchedMemberships(Memberships memberships, Watch watch) implements Memberships {
    @Override
    public Map<ContactId, Set<SegmentKey>> of(Collection<ContactId> contacts) {
        return memberships.of(contacts);
    }

    @Override
    public List<Membership> add(List<Membership> entering) {
        List<Membership> entered = memberships.add(entering);
        watch.raise(entered.stream()
                .map(each -> new SegmentEntered(watch.about(each.contact()), each.segment()))
                .toList());
        return entered;
    }

    @Override
    public List<Membership> remove(List<Membership> leaving) {
        List<Membership> left = memberships.remove(leaving);
        watch.raise(left.stream()
                .map(each -> new SegmentLeft(watch.about(each.contact()), each.segment()))
                .toList());
        return left;
    }

    @Override
    public Optional<Survey> survey() {
        return memberships.survey();
    }

    @Override
    public Optional<Survey> holdSurvey() {
        return memberships.holdSurvey();
    }

    @Override
    public void save(Survey survey) {
        memberships.save(survey);
    }
}
