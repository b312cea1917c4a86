package io.crmkit.membership;

import io.crmkit.contact.ContactId;
import io.crmkit.segment.SegmentKey;

/**
 * That a contact is in a segment.
 *
 * @since 0.1
 */
public record Membership(ContactId contact, SegmentKey segment) {}
