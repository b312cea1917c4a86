package io.crmkit.move;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure with all that keeps the erased person from coming back: nothing personal.
 *
 * @param by the actor who had it erased
 * @param completedAt null while rows that nobody can read any more are still being removed
 * @param removed how many rows were removed, by table
 * @param remaining how many were left as counted at the end, by table
 * @param graves when identifiers were the person's
 * @param words the last word on these identifiers, by what stands for them
 * @since 0.1
 */
public record Buried(
        UUID id,
        Set<ContactId> contacts,
        String by,
        Instant at,
        @Nullable Instant completedAt,
        Map<String, Long> removed,
        Map<String, Long> remaining,
        Set<Grave> graves,
        Set<LastWord<String>> words) {
    public Buried {
        contacts = new TreeSet<>(contacts);
        removed = new TreeMap<>(removed);
        remaining = new TreeMap<>(remaining);
        graves = Set.copyOf(graves);
        words = Set.copyOf(words);
    }

    /**
     * When an identifier was the person's.
     *
     * @param hash what stands for the identifier, in hexadecimal
     * @param after null if from the first
     */
    public record Grave(String hash, @Nullable Instant after, Instant until) {}
}
