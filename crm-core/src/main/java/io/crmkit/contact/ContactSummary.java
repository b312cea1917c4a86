package io.crmkit.contact;

/**
 * One line of the contact list.
 *
 * @since 0.1
 */
public record ContactSummary(Contact contact, Activity activity) {
    public ContactId id() {
        return contact.id();
    }
}
