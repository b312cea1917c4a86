package io.crmkit.contact;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a contact is called. Of several tellings the latest by provider time counts, whatever order they came in.
 *
 * @since 0.1
 */
public record Naming(@Nullable Name displayName, @Nullable Name username) {
    /** Nothing known. */
    public static final Naming NONE = new Naming(null, null);

    /** A name and the latest time it was told. */
    public record Name(String value, Instant at) {
        static @Nullable Name later(@Nullable Name one, @Nullable Name other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            int age = one.at.compareTo(other.at);
            return age > 0 || age == 0 && one.value.compareTo(other.value) >= 0 ? one : other;
        }

        /** Without the name, which is personal. */
        @Override
        public String toString() {
            return "Name[" + at + "]";
        }
    }

    /** What a party is called at a time. */
    public static Naming of(Party party, Instant at) {
        return new Naming(name(party.displayName(), at), name(party.username(), at));
    }

    public Naming and(Naming other) {
        return new Naming(Name.later(displayName, other.displayName), Name.later(username, other.username));
    }

    /** This without the names that are the other's. */
    public Naming butFor(Naming other) {
        return new Naming(
                Objects.equals(displayName, other.displayName) ? null : displayName,
                Objects.equals(username, other.username) ? null : username);
    }

    /** Whether both call the contact the same, whenever they were told. */
    public boolean sameNames(Naming other) {
        return value(displayName).equals(value(other.displayName))
                && value(username).equals(value(other.username));
    }

    private static String value(@Nullable Name name) {
        return name == null ? "" : name.value;
    }

    private static @Nullable Name name(@Nullable String value, Instant at) {
        return value == null || value.isBlank() ? null : new Name(value, at);
    }
}
