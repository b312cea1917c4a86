package io.crmkit.analytics;

import java.util.function.Consumer;

/**
 * The storage port to what all contacts of one tenant bought and what brought them, within one unit of work. It follows
 * from what was told of appointments and payments and from referrals; nothing is written by it.
 *
 * @since 0.1
 */
public interface Sales {
    /** Hands out every sale, those of one contact together and by time. Holds few of them at a time. */
    void each(Consumer<Sale> reader);

    /** Hands out every touch, those of one contact together and by time. Holds few of them at a time. */
    void touches(Consumer<Touched> reader);
}
