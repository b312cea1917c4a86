package io.crmkit.segment;

/**
 * Which contacts, and in what order.
 *
 * @since 0.1
 */
public record ContactQuery(Criterion criterion, Order order) {
    /** How contacts are listed; of equal ones those created last come first, except by first contact. */
    public enum Order {
        /** The latest first; those nothing happened with last. */
        LAST_CONTACT,
        /** The earliest first; those nothing happened with last. */
        FIRST_CONTACT,
        /** The most first. */
        INTERACTIONS
    }

    /** By last contact, the latest first. */
    public static ContactQuery of(Criterion criterion) {
        return new ContactQuery(criterion, Order.LAST_CONTACT);
    }

    /** The same text for all that ask the same, with everything they ask by: personal. */
    public String canonical() {
        return order + " " + Spelling.of(criterion);
    }

    /** Whether it asks for a name, an address or a value, so that to be listed tells it. */
    public boolean byValue() {
        return Spelling.tells(criterion);
    }

    public ContactQuery by(Order other) {
        return new ContactQuery(criterion, other);
    }
}
