package io.crmkit.segment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A segment that a tenant made: saved criteria.
 *
 * @param name what people call it, 1 to 100 characters
 * @since 0.1
 */
public record SmartList(SegmentKey key, String name, Criterion criterion) {
    public SmartList {
        name = name.strip();
        if (name.isEmpty() || name.length() > 100) {
            throw new IllegalArgumentException("A smart list's name has 1 to 100 characters");
        }
    }

    /** What each list asks for, by key. */
    public static Map<SegmentKey, Criterion> criteria(List<SmartList> lists) {
        return lists.stream().collect(Collectors.toMap(SmartList::key, SmartList::criterion));
    }

    /** Without its name and criterion, which may be personal. */
    @Override
    public String toString() {
        return "SmartList[" + key + "]";
    }
}
