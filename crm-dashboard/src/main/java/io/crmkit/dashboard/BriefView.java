package io.crmkit.dashboard;

import io.crmkit.assist.HandoffBrief;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import java.util.List;
import java.util.Optional;

/** What somebody needs to know who takes over a conversation. */
record BriefView(Frame frame, Row row, HandoffBrief brief) implements View {
    static Answer show(Visit visit, ContactId contact) {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        Optional<HandoffBrief> brief = visit.session().handoff(contact);
        if (brief.isEmpty()) {
            return Answer.problem(404, "unknown");
        }
        ContactId id = brief.get().context().contact();
        ContactSummary summary = visit.session().desk().summaries(List.of(id)).get(id);
        return summary == null
                ? Answer.problem(404, "unknown")
                : Answer.show(
                        "brief",
                        new BriefView(
                                visit.frame("support", visit.words().say("brief")), Row.of(summary), brief.get()));
    }

    List<String> lines() {
        return brief.text().lines().filter(line -> !line.isBlank()).toList();
    }
}
