package io.crmkit.segment;

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

    /** Without its name and criterion, which may be personal. */
    @Override
    public String toString() {
        return "SmartList[" + key + "]";
    }
}
