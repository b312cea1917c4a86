package io.crmkit.dashboard;

import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkResult;
import io.crmkit.contact.ContactSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a change to many is. */
record JobView(Frame frame, BulkJob job, List<Refusal> refusals, boolean stuck) implements View {
    /** A contact to which it was not done. */
    record Refusal(String title, String href, String reason) {
        static Refusal of(Words words, BulkResult result, @Nullable ContactSummary contact) {
            String reason = result.outcome() instanceof BulkOutcome.Refused refused ? words.of(refused.reason()) : "";
            return new Refusal(
                    contact == null ? Row.NAMELESS : Row.of(contact).title(),
                    "dashboard/contacts/" + result.contact(),
                    reason);
        }
    }

    String change() {
        return BulkView.said(frame.w(), job.request().action());
    }

    int dealtWith() {
        return job.progress().chosen() - job.progress().left();
    }

    String at() {
        return frame.url("dashboard/jobs/" + job.id());
    }
}
