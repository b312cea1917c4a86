package io.crmkit.move;

import io.crmkit.consent.Consent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import io.crmkit.outreach.Sending;
import io.crmkit.request.PersonRequest;
import java.util.List;
import java.util.UUID;

/**
 * What was agreed with a contact, asked for by it or said to it: it goes along where the contact is merged, and goes back
 * where a merge is undone.
 *
 * @since 0.1
 */
public sealed interface Keepsake {
    /** Whose it is by now; an erased contact's request has an id that leads nowhere. */
    ContactId contact();

    UUID id();

    /** The merges that stand by which it became that contact's, the first first. */
    List<MergeId> by();

    /** An entry of a contact's ledger of consent. */
    record Agreed(ContactId contact, Consent consent, List<MergeId> by) implements Keepsake {
        public Agreed {
            by = List.copyOf(by);
        }

        @Override
        public UUID id() {
            return consent.id();
        }
    }

    /** Something a person asked for who has a right to it. */
    record Asked(PersonRequest request, List<MergeId> by) implements Keepsake {
        public Asked {
            by = List.copyOf(by);
        }

        @Override
        public ContactId contact() {
            return request.contact();
        }

        @Override
        public UUID id() {
            return request.id().value();
        }
    }

    /** A message on its way out, and what became of it. */
    record Sent(Sending sending, List<MergeId> by) implements Keepsake {
        public Sent {
            by = List.copyOf(by);
        }

        @Override
        public ContactId contact() {
            return sending.contact();
        }

        @Override
        public UUID id() {
            return sending.id();
        }
    }
}
