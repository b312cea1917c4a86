package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.search.SearchHit;
import java.util.List;
import java.util.Optional;

/** Finds the contact that somebody means by an id, or by a phone number or another address that only one contact has. */
record Whom(CrmSession clinic) {
    ContactId of(String who) throws CannotRun {
        Optional<ContactId> id = id(who);
        if (id.isPresent()) {
            return id.get();
        }
        List<ContactId> found = clinic.searchContacts(who, null, 2).items().stream()
                .map(SearchHit::contact)
                .toList();
        if (found.size() != 1) {
            throw new CannotRun(
                    found.isEmpty()
                            ? "No contact has this address"
                            : "More than one contact is found by this; give an id");
        }
        return found.get(0);
    }

    private static Optional<ContactId> id(String who) {
        try {
            return Optional.of(ContactId.of(who));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
