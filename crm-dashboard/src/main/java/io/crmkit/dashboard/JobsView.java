package io.crmkit.dashboard;

import io.crmkit.bulk.BulkJob;
import java.util.List;
import java.util.Optional;

/** The changes to many that were asked for, the last first. */
record JobsView(Frame frame, List<BulkJob> jobs, Optional<String> next) implements View {
    String change(BulkJob job) {
        return BulkView.said(frame.w(), job.request().action());
    }
}
