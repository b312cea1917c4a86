package io.crmkit.contact;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One line of the contact list.
 *
 * @since 0.1
 */
public record ContactSummary(Contact contact, Activity activity, SortedSet<Tag> tags) {
    public ContactSummary {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    public ContactId id() {
        return contact.id();
    }

    public ContactStatus status() {
        return contact.status();
    }

    /** With the status that follows from activity, unless somebody set one: active if anything happened since then. */
    public ContactSummary activeSince(Instant since) {
        if (contact.statusByHand()) {
            return this;
        }
        boolean active = activity.last() != null && !activity.last().isBefore(since);
        Contact now = contact.withStatus(active ? ContactStatus.ACTIVE : ContactStatus.INACTIVE);
        return new ContactSummary(now, activity, tags);
    }
}
