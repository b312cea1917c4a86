package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;

/** What contacts are called, as far as the actor may see it. */
record CalledBy(CrmSession session) {
    String name(ContactId id) {
        return session.profile(id)
                .map(profile -> called(profile.summary().contact()))
                .orElse("–");
    }

    private static String called(Contact contact) {
        return contact.displayName()
                .filter(name -> !name.isBlank())
                .or(() -> contact.identifiers().stream()
                        .findFirst()
                        .map(first -> first.scheme().equals(Scheme.PHONE) ? PhoneDisplay.of(first) : first.value()))
                .orElse("–");
    }
}
