package io.crmkit.dashboard;

import io.crmkit.Page;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import io.crmkit.duplicate.Suggestion;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.MergePreview;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.privacy.Permission;
import java.util.Locale;
import java.util.Optional;

/** Who may be one person: suggested, compared, made one and parted again. */
record Doubles(Visit visit) {
    private static final int LISTED = 20;

    Answer list() {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        String after = visit.request().asked("after");
        Page<Suggestion> page = visit.session().duplicates().page(after.isEmpty() ? null : after, LISTED);
        return Answer.show(
                "duplicates",
                new DuplicatesView(
                        visit.frame("duplicates", visit.words().say("way.duplicates")),
                        page.items(),
                        page.next()
                                .map(next -> Link.to("dashboard/duplicates")
                                        .with("after", next)
                                        .toString()),
                        visit.mayChange(Permission.MERGE_CONTACTS)));
    }

    /** Side by side, before anything is done. */
    Answer preview() {
        Optional<ContactId> survivor = Given.contact(visit.request().asked("survivor"));
        Optional<ContactId> other = Given.contact(visit.request().asked("other"));
        if (!visit.reveals() || survivor.isEmpty() || other.isEmpty()) {
            return Answer.problem(visit.reveals() ? 404 : 403, visit.reveals() ? "unknown" : "masked");
        }
        MergePreview preview = visit.session().previewMerge(survivor.get(), other.get());
        return preview instanceof MergePreview.Possible possible
                ? Answer.show(
                        "merge",
                        new MergeView(visit.frame("duplicates", visit.words().say("merge")), possible))
                : Answer.problem(404, "unknown");
    }

    Answer merge() {
        ContactId survivor = given("survivor");
        MergeOutcome outcome = visit.session().merge(survivor, given("other"));
        return outcome instanceof MergeOutcome.Merged merged
                ? Answer.go("dashboard/contacts/" + merged.survivor() + "?said=merged#merges")
                : Answer.go("dashboard/contacts/" + survivor + "?said=no.merge");
    }

    Answer dismiss() {
        visit.session().duplicates().dismiss(given("survivor"), given("other"));
        return Answer.go("dashboard/duplicates?said=dismissed");
    }

    Answer undo(ContactId contact) {
        MergeId merge =
                Given.id(visit.request().given("merge")).map(MergeId::new).orElseThrow(BadForm::new);
        UndoOutcome outcome = visit.session().undo(merge);
        String said = outcome instanceof UndoOutcome.Undone
                ? "undone"
                : "no.undo." + outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return Answer.go("dashboard/contacts/" + contact + "?said=" + said + "#merges");
    }

    private ContactId given(String name) {
        return Given.contact(visit.request().given(name)).orElseThrow(BadForm::new);
    }
}
