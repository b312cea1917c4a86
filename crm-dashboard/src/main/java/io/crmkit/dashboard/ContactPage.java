package io.crmkit.dashboard;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Standing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.privacy.Permission;
import io.crmkit.profile.ContactProfile;
import io.crmkit.segment.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact: who they are, what is known and where it was said, what happened. */
final class ContactPage {
    private static final int ENTRIES = 30;

    private final Visit visit;
    private final CrmSession session;
    private final ContactProfile profile;
    private final ContactId id;

    private ContactPage(Visit visit, ContactProfile profile) {
        this.visit = visit;
        this.session = visit.session();
        this.profile = profile;
        this.id = profile.summary().id();
    }

    static Answer show(Visit visit, ContactId asked) {
        Optional<ContactProfile> found = visit.mask().profile(visit.session().profile(asked));
        if (found.isEmpty()) {
            return Answer.problem(404, "unknown");
        }
        ContactId id = found.get().summary().id();
        // A contact that was absorbed is at the address of the one that absorbed it.
        return id.equals(asked) ? new ContactPage(visit, found.get()).answer() : Answer.go("dashboard/contacts/" + id);
    }

    /** The way to an entry of a contact's timeline, below the mount. */
    static String at(ContactId contact, InteractionId entry) {
        return Link.to("dashboard/contacts/" + contact).with("at", entry.value().toString()) + "#m-" + entry.value();
    }

    private Answer answer() {
        InteractionId focus =
                Given.id(visit.request().asked("at")).map(InteractionId::new).orElse(null);
        String before = visit.request().asked("before");
        Page<Interaction> page = page(focus, before);
        Timeline timeline = new Timeline(visit.words(), visit.times(), focus, marked());
        boolean reveals = visit.reveals();
        List<Membership> memberships = reveals ? session.segments().of(id) : List.of();
        Row row = Row.of(profile.summary());
        return Answer.show(
                "contact",
                new ContactView(
                        visit.frame("contacts", row.title()),
                        row,
                        profile,
                        facts(Standing.State.CURRENT),
                        facts(Standing.State.CONFLICT),
                        facts(Standing.State.SUGGESTED),
                        past(),
                        timeline.entries(page.items()),
                        page.next()
                                .map(next -> Link.to("dashboard/contacts/" + id)
                                        .with("before", next)
                                        .toString()),
                        focus != null || !before.isEmpty(),
                        memberships,
                        Names.of(
                                visit.words(),
                                memberships.stream().map(Membership::segment).toList()),
                        reveals ? session.privacy().consents(id) : List.of(),
                        new Behaving(visit.words(), visit.times()).plots(profile.behaviour()),
                        reveals ? proposals() : List.of(),
                        powers()));
    }

    private Page<Interaction> page(@Nullable InteractionId focus, String before) {
        Page<Interaction> page = focus != null
                ? session.desk().around(id, focus, ENTRIES)
                : session.timeline(id, before.isEmpty() ? null : before, ENTRIES);
        return visit.mask().interactions(page);
    }

    /** The fact whose words are to be marked. */
    private @Nullable Fact marked() {
        UUID asked = Given.id(visit.request().asked("fact")).orElse(null);
        return profile.facts().stream()
                .filter(fact -> fact.id().value().equals(asked))
                .findFirst()
                .orElse(null);
    }

    private List<FactRow> facts(Standing.State state) {
        return profile.facts().stream()
                .filter(fact -> fact.state() == state)
                .map(fact -> FactRow.of(visit, id, fact))
                .toList();
    }

    private List<FactRow> past() {
        List<FactRow> past = new ArrayList<>(facts(Standing.State.SUPERSEDED));
        past.addAll(facts(Standing.State.RETRACTED));
        return past;
    }

    private List<String> proposals() {
        return session.suggestions(id).stream()
                .map(each -> each.in(visit.words().locale()))
                .toList();
    }

    private ContactView.Powers powers() {
        return new ContactView.Powers(
                visit.reveals(),
                visit.mayChange(Permission.EDIT_CONTACT),
                visit.reveals() && visit.mayChange(Permission.CORRECT_FACTS),
                visit.mayChange(Permission.MANAGE_CONSENT),
                visit.reveals() && visit.mayChange(Permission.MERGE_CONTACTS),
                visit.reveals() && visit.may(Permission.EXPORT),
                visit.mayChange(Permission.ERASE),
                visit.mayChange(Permission.RESTRICT));
    }
}
