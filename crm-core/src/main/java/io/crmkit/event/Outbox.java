package io.crmkit.event;

import io.crmkit.contact.ContactId;

/**
 * The storage port to where events are put on their way, within the unit of work in which they happened. Each contact
 * has a stream of them for each subscriber, in which numbers rise in the order of the commits.
 *
 * @since 0.1
 */
public interface Outbox {
    /** Adds events to the streams of their contacts, for each subscriber. */
    void add(Posting posting);

    /** Puts what one contact's stream has undelivered at the end of another's. */
    void move(ContactId from, ContactId into);

    /** Says that what this unit of work writes is to be seen within it at once, however much that costs. */
    void writeThrough();
}
