package io.crmkit.contact;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member of staff wrote down about a contact.
 *
 * @param author the name of the actor who wrote it
 * @param text 1 to 20,000 characters
 * @since 0.1
 */
public record Note(UUID id, Instant writtenAt, String author, String text) {
    public Note {
        if (text.isBlank() || text.length() > 20_000) {
            throw new IllegalArgumentException("A note has 1 to 20,000 characters");
        }
    }

    /** Without author and text, which are personal. */
    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}
