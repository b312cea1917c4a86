package io.crmkit.contact;

import java.util.Objects;

/**
 * A custom attribute that a tenant's settings declare: what its values are and how contacts are found by it.
 *
 * @param name 1 to 40 of {@code a-z 0-9 _}; stored in the clear
 * @since 0.1
 */
public record AttributeType(String name, Kind kind, Search search) {
    /** What its values are. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY,
        FLAG
    }

    /** How contacts are found by it. */
    public enum Search {
        /** Not at all: the value is sealed and nothing else of it is kept. */
        NOT,
        /** By the whole value: beside the sealed value a keyed hash is kept. */
        EXACTLY,
        /** By more and less too, numbers and days only: beside the sealed value it is kept in the clear. */
        BY_RANGE
    }

    public AttributeType {
        boolean valid = !name.isEmpty()
                && name.length() <= 40
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
        if (!valid) {
            throw new IllegalArgumentException("An attribute's name is 1 to 40 of a-z 0-9 _");
        }
        if (search == Search.BY_RANGE && kind != Kind.NUMBER && kind != Kind.DAY) {
            throw new IllegalArgumentException("Only numbers and days are searched by range");
        }
    }

    /** The value, if it is one of this type. */
    public AttributeValue checked(AttributeValue value) {
        if (!Objects.equals(value.kind(), kind)) {
            throw new IllegalArgumentException("Attribute " + name + " takes a " + kind + ", not a " + value.kind());
        }
        return value;
    }
}
