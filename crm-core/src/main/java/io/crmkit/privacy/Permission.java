package io.crmkit.privacy;

/**
 * What use cases need before they do anything; {@link Action} says which needs which.
 *
 * @since 0.1
 */
public enum Permission {
    /** Bring messages, statuses, events and identities in. */
    CAPTURE,
    /** See the list of contacts. */
    LIST_CONTACTS,
    /** See one contact's profile, conversations and timeline. */
    VIEW_PROFILE,
    /** Add tags, notes and attributes to a contact, and set its status. */
    EDIT_CONTACT,
    /** Keep the storage in order: rebuild what is derived. */
    MAINTAIN,
    /** Say what is so about a contact and what is not, over whatever was read out of its messages. */
    CORRECT_FACTS,
    /** See and replay what was set aside. */
    HANDLE_SET_ASIDE,
    /** Say that two contacts are one, and take it back. */
    MERGE_CONTACTS,
    /** Take contacts over from a list. */
    IMPORT_CONTACTS,
    /** Change many contacts at once, see how that goes and stop it; the change itself needs what it needs for one. */
    CHANGE_IN_BULK,
    /** Take contacts out, with everything there is about them. */
    EXPORT,
    /** See figures over all contacts, who are named by their ids only. */
    VIEW_ANALYTICS,
    /** See names, addresses, texts and values; whoever may not sees them masked. */
    REVEAL_PERSONAL_DATA,
    /** Erase a contact. */
    ERASE,
    /** See who did what with whose data, and whether that record is sound. */
    READ_AUDIT,
    /** Save and take away smart lists. */
    EDIT_SEGMENTS,
    /** Record what people agree to be sent, and withdraw it. */
    MANAGE_CONSENT,
    /** Take contacts out of use, see which are, and let them in again. */
    RESTRICT,
    /** Remove what was kept long enough, or see what would go. */
    APPLY_RETENTION,
    /** Send messages to contacts, as far as each may be sent them. */
    SEND_MESSAGES
}
