package io.crmkit.dashboard;

import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.segment.SegmentSize;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes many contacts: shows whom it would be about, and starts it once that is confirmed. */
record Bulk(Visit visit) {
    private static final int NAMED = 8;

    Answer post() {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        Filter filter = Filter.given(visit.request());
        Optional<BulkAction> action = action();
        Optional<Chosen> chosen = chosen(filter);
        if (action.isEmpty() || chosen.isEmpty()) {
            return Answer.go(filter.link()
                    .with("said", action.isEmpty() ? "no.bulk.action" : "no.bulk.chosen")
                    .toString());
        }
        return given("confirm").isEmpty()
                ? preview(filter, action.get(), chosen.get())
                : start(action.get(), chosen.get());
    }

    private String given(String name) {
        return visit.request().given(name);
    }

    private Optional<BulkAction> action() {
        Optional<Tag> tag = Optional.of(given("name"))
                .filter(name -> !name.isEmpty() && name.length() <= 64)
                .map(name ->
                        new Tag(Given.oneOf(Tag.Category.class, given("about")).orElse(Tag.Category.OWN), name));
        return switch (given("do")) {
            case "tag" -> tag.map(one -> new BulkAction.PutTags(Set.of(one)));
            case "untag" -> tag.map(one -> new BulkAction.TakeTags(Set.of(one)));
            case "status" ->
                Optional.of(new BulkAction.SetStatus(
                        Given.oneOf(ContactStatus.class, given("to")).orElse(null)));
            default -> Optional.empty();
        };
    }

    private Optional<Chosen> chosen(Filter filter) {
        if (given("whom").equals("all")) {
            return Optional.of(new Chosen.All(filter.criterion(visit.settings().zone())));
        }
        Set<ContactId> ids = new LinkedHashSet<>();
        visit.request().allGiven("id").forEach(id -> Given.contact(id).ifPresent(ids::add));
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Chosen.These(ids));
    }

    private Answer preview(Filter filter, BulkAction action, Chosen chosen) {
        Words words = visit.words();
        List<String> named;
        String count;
        if (chosen instanceof Chosen.These these) {
            named = visit.session().desk().summaries(these.ids()).values().stream()
                    .map(each -> Row.of(each).title())
                    .sorted()
                    .limit(NAMED)
                    .toList();
            count = words.count("contacts", these.ids().size());
        } else {
            SegmentSize size = visit.session().desk().size(((Chosen.All) chosen).criterion());
            named = visit.session().contacts(filter.query(visit.settings().zone()), null, NAMED).items().stream()
                    .map(each -> Row.of(each).title())
                    .toList();
            count = words.count("contacts", size.contacts()) + (size.more() ? "+" : "");
        }
        return Answer.show(
                "bulk",
                new BulkView(
                        visit.frame("contacts", words.say("bulk.preview")),
                        filter,
                        BulkView.said(words, action),
                        count,
                        named,
                        visit.request().form()));
    }

    /** The same page confirmed twice is one request: its token names it. */
    private Answer start(BulkAction action, Chosen chosen) {
        String key = "dashboard " + given(Visit.TOKEN);
        BulkStart start = visit.session().bulk().start(new BulkRequest(key, action, chosen));
        return start instanceof BulkStart.Accepted accepted
                ? Answer.go("dashboard/jobs/" + accepted.job().id() + "?said=bulk.started")
                : Answer.problem(409, "taken");
    }
}
