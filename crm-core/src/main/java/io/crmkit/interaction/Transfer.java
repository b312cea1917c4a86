package io.crmkit.interaction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that went from the contact to the business or back, or was promised.
 *
 * @param money zero or more
 * @param purpose what it is for, such as the scheduler's id of an appointment
 * @param source the campaign it came by
 * @since 0.1
 */
public record Transfer(
        Kind kind,
        Money money,
        @Nullable String purpose,
        @Nullable String source) implements Deal {
    /** Which way it went. */
    public enum Kind {
        PAYMENT,
        REFUND,
        /** Something was ordered: it is revenue, and is spent once it is paid. */
        ORDER
    }

    public Transfer {
        if (money.amount().signum() < 0) {
            throw new IllegalArgumentException("An amount is zero or more; what goes back is a refund");
        }
        purpose = Booking.word(purpose);
        source = Booking.word(source);
    }

    @Override
    public List<?> parts() {
        return Arrays.asList(kind, money, purpose, source);
    }

    /** Without the amount, which may be personal. */
    @Override
    public String toString() {
        return "Transfer[" + kind + "]";
    }
}
