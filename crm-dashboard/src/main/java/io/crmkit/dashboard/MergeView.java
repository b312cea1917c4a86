package io.crmkit.dashboard;

import io.crmkit.merge.MergePreview;

/** What a merge would give. */
record MergeView(Frame frame, MergePreview.Possible preview) implements View {
    Row survivor() {
        return Row.of(preview.survivor());
    }

    Row other() {
        return Row.of(preview.absorbed());
    }

    Row merged() {
        return Row.of(preview.merged());
    }

    String swapped() {
        return frame.url(Link.to("dashboard/merge")
                .with("survivor", other().id().toString())
                .with("other", survivor().id().toString()));
    }
}
