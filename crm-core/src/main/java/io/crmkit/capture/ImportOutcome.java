package io.crmkit.capture;

/**
 * What became of one contact of an imported list.
 *
 * @since 0.1
 */
public sealed interface ImportOutcome {
    /** It is in, or would be. */
    record Accepted(Change change) implements ImportOutcome {}

    /** It was left out. */
    record Refused(Reason reason) implements ImportOutcome {}

    /** What an import does. */
    enum Change {
        CREATED,
        /** The contact was here and learned a name or an identifier. */
        COMPLETED,
        /** It was all here. */
        KNOWN
    }

    /** Why one is left out. */
    enum Reason {
        NO_IDENTIFIER,
        UNREADABLE_PHONE,
        UNREADABLE_EMAIL,
        NAME_TOO_LONG,
        /** It has an attribute that the settings do not declare, or whose value is none of its kind. */
        UNREADABLE_ATTRIBUTE,
        /** Two of its identifiers exclude each other. */
        CONTRADICTS_ITSELF,
        /** Its identifiers are of two contacts; whether those are one is for a person to say. */
        TWO_CONTACTS,
        /** The contact holds another identifier of the same kind. */
        CONTRADICTS_CONTACT,
        /** The person was erased, and has not come back by themselves. */
        ERASED,
        /** What is known of the person must not be used; an opt-out in the list is recorded all the same. */
        RESTRICTED
    }
}
