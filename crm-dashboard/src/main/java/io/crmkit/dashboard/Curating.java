package io.crmkit.dashboard;

import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.insight.Fact;
import io.crmkit.insight.FactId;
import java.util.Optional;

/** What people add to a contact and correct, one form at a time. */
record Curating(Visit visit, ContactId contact) {
    private static final int LONGEST_NOTE = 5_000;

    Answer post(String what) {
        return switch (what) {
            case "tags" -> tags();
            case "notes" -> note();
            case "status" -> status();
            case "facts" -> fact();
            default -> Answer.problem(404, "unknown");
        };
    }

    private CrmSession session() {
        return visit.session();
    }

    private String given(String name) {
        return visit.request().given(name);
    }

    /** Back to the contact, or to the list it came from, with what came of it. */
    private Answer back(String said, String place) {
        Link link = Link.to("dashboard/contacts/" + contact).with("said", said);
        return Answer.go(link + (place.isEmpty() ? "" : "#" + place));
    }

    private Answer done(boolean found, String said, String place) {
        return found ? back(said, place) : Answer.problem(404, "unknown");
    }

    private Answer tags() {
        Tag.Category category =
                Given.oneOf(Tag.Category.class, given("category")).orElse(Tag.Category.OWN);
        String name = given("name");
        if (name.isEmpty() || name.length() > 64) {
            return back("no.tag", "tags");
        }
        Tag tag = new Tag(category, name);
        return given("do").equals("remove")
                ? done(session().untag(contact, tag), "tag.removed", "tags")
                : done(session().tag(contact, tag), "tag.added", "tags");
    }

    private Answer note() {
        String text = given("text");
        if (text.isEmpty() || text.length() > LONGEST_NOTE) {
            return back("no.note", "notes");
        }
        return done(session().note(contact, text), "note.added", "notes");
    }

    private Answer status() {
        Optional<ContactStatus> status = Given.oneOf(ContactStatus.class, given("status"));
        boolean found = session().setStatus(contact, status.orElse(null));
        return done(found, status.map(one -> "status." + one.name()).orElse("status.follows"), "");
    }

    private Answer fact() {
        String verdict = given("do");
        if (verdict.equals("state")) {
            return state();
        }
        FactId fact = Given.id(given("fact")).map(FactId::new).orElseThrow(BadForm::new);
        String place = "facts";
        return switch (verdict) {
            case "accept" -> after(session().verdicts().accept(contact, fact), "fact.accepted", place);
            case "lock" -> after(session().verdicts().lock(contact, fact), "fact.locked", place);
            case "reject" -> after(session().verdicts().reject(contact, fact), "fact.rejected", place);
            case "correct" ->
                value().map(value -> after(session().verdicts().correct(contact, fact, value), "fact.corrected", place))
                        .orElseGet(() -> back("no.fact", place));
            default -> throw new BadForm();
        };
    }

    private Answer state() {
        FactType type = Given.oneOf(FactType.class, given("type")).orElseThrow(BadForm::new);
        return value().map(value -> after(session().verdicts().state(contact, type, "", value), "fact.stated", "facts"))
                .orElseGet(() -> back("no.fact", "facts"));
    }

    private Answer after(Optional<Fact> fact, String said, String place) {
        return done(fact.isPresent(), said, place);
    }

    private Optional<FactValue> value() {
        FactType type = Given.oneOf(FactType.class, given("type")).orElseThrow(BadForm::new);
        return FactWords.read(type, given("value"), visit.settings().country());
    }
}
