package io.crmkit.bulk;

import io.crmkit.contact.ContactId;

/**
 * What became of one contact.
 *
 * @param contact as it was chosen
 * @since 0.1
 */
public record BulkResult(ContactId contact, BulkOutcome outcome) {}
