package io.crmkit.ai;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, in the form its type calls for.
 *
 * @since 0.1
 */
public sealed interface FactValue {
    /**
     * One canonical form: equal text means equal value, within a type. {@code +5491155550101}, {@code ARS 15000},
     * {@code 2026-03-12T17:00}, {@code 2026-03-12TAF}, {@code 2026-03-30/2026-04-05}, {@code 17:00}. Personal.
     */
    String text();

    /** Words. */
    record Text(String value) implements FactValue {
        public Text {
            Checks.notBlank(value, "value");
        }

        @Override
        public String text() {
            return value;
        }

        /** Without the value, which is personal. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** A code of the business's catalogue or of a closed list. */
    record Code(String value) implements FactValue {
        public Code {
            Checks.notBlank(value, "value");
        }

        @Override
        public String text() {
            return value;
        }
    }

    /**
     * An amount of money.
     *
     * @param currency ISO 4217
     */
    record Money(BigDecimal amount, String currency) implements FactValue {
        public Money {
            if (currency.length() != 3) {
                throw new IllegalArgumentException("currency must be a code of ISO 4217");
            }
        }

        @Override
        public String text() {
            return currency + " " + amount.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * A phone number.
     *
     * @param e164 international, with {@code +}
     */
    record Phone(String e164) implements FactValue {
        public Phone {
            if (!e164.startsWith("+") || e164.length() < 8 || e164.length() > 16) {
                throw new IllegalArgumentException("e164 must be an international number with +");
            }
        }

        @Override
        public String text() {
            return e164;
        }

        /** Without the number, which is personal. */
        @Override
        public String toString() {
            return "Phone";
        }
    }

    /** An e-mail address in lower case. */
    record Mail(String address) implements FactValue {
        public Mail {
            int at = address.indexOf('@');
            if (at < 1 || at == address.length() - 1) {
                throw new IllegalArgumentException("address must be an e-mail address");
            }
        }

        @Override
        public String text() {
            return address;
        }

        /** Without the address, which is personal. */
        @Override
        public String toString() {
            return "Mail";
        }
    }

    /**
     * A point or stretch of time in the tenant's zone.
     *
     * @param end exclusive; null for a point, {@link #OPEN} for an open end
     * @param grain how exactly it was said
     * @param approximate whether they said "around"
     */
    record Moment(LocalDateTime start, @Nullable LocalDateTime end, Grain grain, boolean approximate)
            implements FactValue {
        /** The end of a stretch that has none: "from Monday on". */
        public static final LocalDateTime OPEN = LocalDateTime.MAX;

        /** The unit in which a time was said. */
        public enum Grain {
            YEAR,
            MONTH,
            WEEK,
            DAY,
            DAY_PART,
            HOUR,
            MINUTE
        }

        public Moment {
            if (end != null && !end.isAfter(start)) {
                throw new IllegalArgumentException("end must be after start");
            }
        }

        @Override
        public String text() {
            return MomentText.of(this);
        }
    }

    /**
     * A time of day without a date: "after five", "in the morning".
     *
     * @param end exclusive, midnight being 00:00; null for a point
     * @param approximate whether they said "around"
     */
    record TimeOfDay(LocalTime start, @Nullable LocalTime end, boolean approximate) implements FactValue {
        @Override
        public String text() {
            return MomentText.of(this);
        }
    }

    /** A degree, from 0 for the least to 1 for the most. */
    record Score(double value) implements FactValue {
        public Score {
            Checks.share(value, "value");
        }

        @Override
        public String text() {
            return Double.toString(value);
        }
    }
}
