package io.crmkit.duplicate;

/**
 * Why two contacts may be one.
 *
 * @since 0.1
 */
public enum Reason {
    /** A provider calls them one person, although their identifiers contradict. */
    STATED_AS_ONE,
    /** Both have the same e-mail address, or one states what the other has. */
    SAME_EMAIL,
    /** One states the phone number that the other has or states too. */
    SAME_PHONE,
    /** The same phone number written in two ways, as with and without its country code. */
    PHONE_VARIANT,
    /** Phone numbers that end with the same six digits. */
    SAME_PHONE_TAIL,
    /** The same name, whatever the order and spelling of its words. */
    SAME_NAME,
    /** Names that differ by a typing error, a nickname or words that one of them lacks. */
    SIMILAR_NAME
}
