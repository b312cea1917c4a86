package io.crmkit.consent;

import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The storage port of consent, within one unit of work of one tenant. Beside the ledger it keeps the last word on each
 * identifier by a hash under a key of its own: that outlives merges, their undoing, and erasure.
 *
 * @since 0.1
 */
public interface Consents {
    /** Adds to a contact's ledger; it is the word on all the identifiers that the contact holds now, unless there is a later. */
    void add(ContactId contact, Consent consent);

    /** A contact's ledger, the earliest first; of those it absorbed as well. */
    List<Consent> of(ContactId contact);

    /** Whether the last word on one of the identifiers that a contact holds or held is that it is not to be sent this. */
    boolean suppressed(ContactId contact, Purpose purpose, String channel);

    /** What speaks against sending this to contacts that nobody absorbed: {@code SUPPRESSED}, {@code NO_CONSENT}, or nothing. */
    Map<ContactId, MaySend.Reason> refusals(Collection<ContactId> contacts, Purpose purpose, String channel);
}
