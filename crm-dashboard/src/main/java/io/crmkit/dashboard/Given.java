package io.crmkit.dashboard;

import io.crmkit.contact.ContactId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a browser sent; what is not of its kind is as if it were not there. */
final class Given {
    private Given() {}

    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static Optional<ContactId> contact(String text) {
        return id(text).map(ContactId::new);
    }

    static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    static Optional<Integer> number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
