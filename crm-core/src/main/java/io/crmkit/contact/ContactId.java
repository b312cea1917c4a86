package io.crmkit.contact;

import java.util.UUID;

/**
 * The id of a contact. After a merge the absorbed id leads to the survivor for ever.
 *
 * @since 0.1
 */
public record ContactId(UUID value) implements Comparable<ContactId> {
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    /** By the unsigned bytes, which for ids of version 7 is the order of creation. */
    @Override
    public int compareTo(ContactId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
