package io.crmkit.contact;

import io.crmkit.contact.AttributeType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The value of a custom attribute.
 *
 * @since 0.1
 */
public sealed interface AttributeValue {
    Kind kind();

    /** The same for equal values only, as text. */
    String canonical();

    /** Of 1 to 2,000 characters. */
    record Words(String text) implements AttributeValue {
        public Words {
            text = text.strip();
            if (text.isEmpty() || text.length() > 2_000) {
                throw new IllegalArgumentException("The text of an attribute has 1 to 2,000 characters");
            }
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public String canonical() {
            return text;
        }

        /** Without the text, which is personal. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /** Up to 15 digits before the point and 6 after it. */
    record Amount(BigDecimal number) implements AttributeValue {
        private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

        public Amount {
            if (number.abs().compareTo(LIMIT) >= 0) {
                throw new IllegalArgumentException("The number of an attribute has at most 15 digits before the point");
            }
            number = number.setScale(6, RoundingMode.HALF_EVEN);
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public String canonical() {
            return number.toPlainString();
        }

        /** Without the number, which is personal. */
        @Override
        public String toString() {
            return "Amount[]";
        }
    }

    /** A date without time, of the years 1 to 9999. */
    record Day(LocalDate date) implements AttributeValue {
        public Day {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("The day of an attribute is of the years 1 to 9999");
            }
        }

        @Override
        public Kind kind() {
            return Kind.DAY;
        }

        @Override
        public String canonical() {
            return date.toString();
        }

        /** Without the day, which is personal. */
        @Override
        public String toString() {
            return "Day[]";
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements AttributeValue {
        @Override
        public Kind kind() {
            return Kind.FLAG;
        }

        @Override
        public String canonical() {
            return Boolean.toString(yes);
        }

        /** Without the answer, which is personal. */
        @Override
        public String toString() {
            return "Flag[]";
        }
    }

    static AttributeValue of(String text) {
        return new Words(text);
    }

    static AttributeValue of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    static AttributeValue of(BigDecimal number) {
        return new Amount(number);
    }

    static AttributeValue of(LocalDate day) {
        return new Day(day);
    }

    static AttributeValue of(boolean yes) {
        return new Flag(yes);
    }

    /** A value as its canonical text says it. */
    static AttributeValue of(Kind kind, String canonical) {
        return switch (kind) {
            case TEXT -> new Words(canonical);
            case NUMBER -> new Amount(new BigDecimal(canonical));
            case DAY -> new Day(LocalDate.parse(canonical));
            case FLAG -> new Flag(Boolean.parseBoolean(canonical));
        };
    }

    /** Where it stands among values of its kind: the number, or the day since 1970; 0 where there is no order. */
    default BigDecimal rank() {
        if (this instanceof Amount amount) {
            return amount.number();
        }
        return this instanceof Day day
                ? BigDecimal.valueOf(day.date().toEpochDay()).setScale(6, RoundingMode.UNNECESSARY)
                : BigDecimal.ZERO;
    }
}
