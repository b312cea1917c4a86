package io.crmkit.segment;

import java.util.Locale;

/**
 * What a segment goes by in its tenant: 1 to 63 of {@code a-z 0-9 _ -}, beginning with a letter or digit.
 *
 * @since 0.1
 */
public record SegmentKey(String value) implements Comparable<SegmentKey> {
    public SegmentKey {
        boolean valid = !value.isEmpty()
                && value.length() <= 63
                && value.chars().allMatch(c -> plain(c) || c == '_' || c == '-')
                && plain(value.charAt(0));
        if (!valid) {
            throw new IllegalArgumentException(
                    "A segment's key is 1 to 63 of a-z 0-9 _ - and begins with a letter or digit");
        }
    }

    private static boolean plain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    public static SegmentKey of(String value) {
        return new SegmentKey(value);
    }

    /** That of an automatic segment. */
    static SegmentKey of(AutomaticSegment segment) {
        return new SegmentKey(segment.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(SegmentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
