package io.crmkit.dashboard;

import io.crmkit.Page;
import io.crmkit.bulk.BulkActions;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkResult;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to many contacts, and how far they are. */
record Jobs(Visit visit) {
    private static final int LISTED = 30;
    private static final int RESULTS = 50;

    private BulkActions bulk() {
        return visit.session().bulk();
    }

    Answer list() {
        String after = visit.request().asked("after");
        Page<BulkJob> page = bulk().newest(after.isEmpty() ? null : after, LISTED);
        return Answer.show(
                "jobs",
                new JobsView(
                        visit.frame("jobs", visit.words().say("way.jobs")),
                        page.items(),
                        page.next()
                                .map(next -> Link.to("dashboard/jobs")
                                        .with("after", next)
                                        .toString())));
    }

    Answer one(String id) {
        Optional<BulkJob> job = Given.id(id).map(BulkId::new).flatMap(bulk()::find);
        if (job.isEmpty()) {
            return Answer.problem(404, "unknown");
        }
        List<BulkResult> refused =
                bulk().refusals(job.get().id(), null, RESULTS).items();
        Map<ContactId, ContactSummary> who = visit.session()
                .desk()
                .summaries(refused.stream().map(BulkResult::contact).toList());
        return Answer.show(
                "job",
                new JobView(
                        visit.frame("jobs", visit.words().say("job")),
                        job.get(),
                        refused.stream()
                                .map(each -> JobView.Refusal.of(visit.words(), each, who.get(each.contact())))
                                .toList(),
                        bulk().stuck(job.get().id()).isPresent()));
    }

    Answer steer(String id) {
        BulkId job = Given.id(id).map(BulkId::new).orElseThrow(BadForm::new);
        Optional<BulkJob> found = switch (visit.request().given("do")) {
            case "pause" -> bulk().pause(job);
            case "resume" -> bulk().resume(job);
            case "cancel" -> bulk().cancel(job);
            default -> throw new BadForm();
        };
        return found.isPresent() ? Answer.go("dashboard/jobs/" + job) : Answer.problem(404, "unknown");
    }
}
