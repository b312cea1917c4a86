package io.crmkit.watch;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Facts;
import java.util.List;

/** Notes how facts change. */
final class WatchedFacts implements Facts {
    private final Facts facts;
    private final Watch watch;

    WatchedFacts(Facts facts, Watch watch) {
        this.facts = facts;
        this.watch = watch;
    }

    @Override
    public List<Fact> of(ContactId contact) {
        return facts.of(contact);
    }

    @Override
    public void hold(ContactId contact) {
        facts.hold(contact);
    }

    @Override
    public void replace(ContactId contact, List<Fact> before, List<Fact> after) {
        facts.replace(contact, before, after);
        watch.news().replaced(contact, before, after);
        watch.touch(contact);
    }
}
