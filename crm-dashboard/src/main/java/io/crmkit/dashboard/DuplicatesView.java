package io.crmkit.dashboard;

import io.crmkit.duplicate.Suggestion;
import java.util.List;
import java.util.Optional;

/** Pairs that may be one person, the likeliest first. */
record DuplicatesView(Frame frame, List<Suggestion> pairs, Optional<String> next, boolean changes) implements View {
    /** The side that was there first is to be kept. */
    String compare(Suggestion pair) {
        return frame.url(Link.to("dashboard/merge")
                .with("survivor", pair.one().id().toString())
                .with("other", pair.other().id().toString()));
    }
}
