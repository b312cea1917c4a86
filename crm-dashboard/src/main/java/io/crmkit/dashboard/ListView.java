package io.crmkit.dashboard;

import io.crmkit.segment.SegmentKey;
import java.util.List;

/**
 * A smart list while it is made.
 *
 * @param key that of one there is already; empty of a new one
 * @param any whether one line is enough
 * @param count how many fulfil it, in words; empty before that was asked
 * @param sample some of whom it is about
 * @param said the criterion in words
 * @param wrong what keeps it from being saved, in words; empty if nothing does
 */
record ListView(
        Frame frame,
        String key,
        String name,
        boolean any,
        List<Condition> lines,
        List<SegmentKey> segments,
        Names named,
        String count,
        List<Row> sample,
        String said,
        String wrong)
        implements View {
    String hint(Condition.Kind kind) {
        return frame.w().say("condition." + kind.name());
    }
}
