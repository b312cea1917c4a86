package io.crmkit.segment;

/**
 * How many contacts are in a segment.
 *
 * @param contacts counted up to a limit
 * @param more whether there are more than that
 * @since 0.1
 */
public record SegmentSize(int contacts, boolean more) {}
