package io.crmkit.rights;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of an erasure: who was erased, when, and what that removed. It tells nothing of the person but ids that
 * lead nowhere. From {@code at} on nothing of the person can be read, on any node; once it is complete, nothing is there.
 *
 * @param contacts the contact and every contact it was merged of
 * @param by the actor who had it erased
 * @param completedAt null while rows that nobody can read any more are still being removed
 * @param removed how many rows were removed, by table
 * @param remaining how many rows refer to one of the contacts, by table, as counted at the end; all zero
 * @since 0.1
 */
public record Erasure(
        ErasureId id,
        Set<ContactId> contacts,
        String by,
        Instant at,
        @Nullable Instant completedAt,
        Map<String, Long> removed,
        Map<String, Long> remaining) {
    public Erasure {
        contacts = new TreeSet<>(contacts);
        removed = new TreeMap<>(removed);
        remaining = new TreeMap<>(remaining);
    }

    /** Whether it was counted that nothing refers to the person any more. */
    public boolean complete() {
        return completedAt != null && remaining.values().stream().allMatch(rows -> rows == 0);
    }

    /** With more that was removed. */
    Erasure and(Map<String, Long> more) {
        Map<String, Long> all = new TreeMap<>(removed);
        more.forEach((table, rows) -> all.merge(table, rows, Long::sum));
        return new Erasure(id, contacts, by, at, completedAt, all, remaining);
    }

    /** With the result of the count. */
    Erasure counted(Map<String, Long> left, Instant now) {
        boolean clean = left.values().stream().allMatch(rows -> rows == 0);
        return new Erasure(id, contacts, by, at, clean ? now : null, removed, left);
    }
}
