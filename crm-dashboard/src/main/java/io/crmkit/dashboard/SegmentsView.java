package io.crmkit.dashboard;

import java.util.List;

/** The segments, what each asks for, and how many are in it. */
record SegmentsView(Frame frame, List<Line> lines, boolean changes) implements View {
    /**
     * A segment.
     *
     * @param editable whether the builder can show it
     */
    record Line(String key, String name, String criterion, String size, boolean automatic, boolean editable) {}
}
