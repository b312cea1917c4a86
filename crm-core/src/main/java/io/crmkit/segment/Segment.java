package io.crmkit.segment;

/**
 * A segment: an automatic one, or a smart list.
 *
 * @param name what people call it; that of an automatic one is its key
 * @since 0.1
 */
public record Segment(SegmentKey key, String name, Criterion criterion, boolean automatic) {
    /** Without its name and criterion, which may be personal. */
    @Override
    public String toString() {
        return "Segment[" + key + "]";
    }
}
