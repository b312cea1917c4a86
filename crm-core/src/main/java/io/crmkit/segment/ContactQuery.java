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

    public ContactQuery by(Order other) {
        return new ContactQuery(criterion, other);
    }
}
