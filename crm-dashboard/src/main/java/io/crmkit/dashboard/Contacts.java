package io.crmkit.dashboard;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.privacy.Permission;
import io.crmkit.search.SearchHit;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Segment;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The contact list: segments on the left, one search box, filters in the address, a page at a time. */
final class Contacts {
    private static final int ROWS = 40;
    private static final int HITS = 8;

    private final Visit visit;
    private final CrmSession session;
    private final Filter filter;

    private Contacts(Visit visit) {
        this.visit = visit;
        this.session = visit.session();
        this.filter = Filter.of(visit.request());
    }

    static Answer show(Visit visit) {
        return new Contacts(visit).answer();
    }

    private Answer answer() {
        ContactQuery query = filter.query(visit.settings().zone());
        if (query.byValue() && !visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        List<Segment> segments = segments();
        if (filter.key().isPresent()
                && segments.stream()
                        .noneMatch(each -> each.key().equals(filter.key().get()))) {
            return Answer.problem(404, "unknown");
        }
        String after = visit.request().asked("after");
        Page<ContactSummary> page =
                visit.mask().summaries(session.contacts(query, after.isEmpty() ? null : after, ROWS));
        Names names = Names.of(visit.words(), segments);
        return Answer.show(
                "contacts",
                new ContactsView(
                        visit.frame("contacts", visit.words().say("way.contacts")),
                        filter,
                        rail(segments, names),
                        names,
                        rows(page.items()),
                        page.next()
                                .map(next -> filter.link().with("after", next).toString()),
                        after.isEmpty(),
                        after.isEmpty() ? hits() : List.of(),
                        visit.reveals(),
                        visit.reveals()
                                && visit.mayChange(Permission.CHANGE_IN_BULK)
                                && visit.mayChange(Permission.EDIT_CONTACT)));
    }

    /** Smart lists are shown to those who may see what they ask for. */
    private List<Segment> segments() {
        return visit.reveals()
                ? session.segments().all()
                : Stream.of(AutomaticSegment.values())
                        .map(each ->
                                new Segment(each.key(), each.key().value(), each.criterion(visit.settings()), true))
                        .toList();
    }

    private List<ContactsView.Rail> rail(List<Segment> segments, Names names) {
        Map<SegmentKey, SegmentSize> sizes =
                session.desk().sizes(segments.stream().map(Segment::key).toList());
        return segments.stream()
                .map(each -> new ContactsView.Rail(
                        each.key().value(),
                        names.of(each.key()),
                        size(sizes.getOrDefault(each.key(), new SegmentSize(0, false))),
                        Link.to("dashboard").with("segment", each.key().value()).toString(),
                        each.key().value().equals(filter.segment()),
                        each.automatic()))
                .toList();
    }

    private String size(SegmentSize size) {
        String number = visit.words().number(size.contacts());
        return size.more() ? number + "+" : number;
    }

    private List<Row> rows(List<ContactSummary> contacts) {
        Map<ContactId, List<SegmentKey>> in = visit.reveals()
                        && !contacts.isEmpty()
                        && visit.may(Permission.VIEW_PROFILE)
                ? session.desk()
                        .segments(contacts.stream().map(ContactSummary::id).toList())
                : Map.of();
        return contacts.stream()
                .map(each -> Row.of(each, in.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private List<ContactsView.Hit> hits() {
        if (filter.typed().isEmpty() || !visit.reveals() || !visit.may(Permission.VIEW_PROFILE)) {
            return List.of();
        }
        List<SearchHit> found =
                session.searchMessages(filter.typed(), null, HITS).items();
        Map<ContactId, ContactSummary> who =
                session.desk().summaries(found.stream().map(SearchHit::contact).toList());
        List<ContactsView.Hit> hits = new ArrayList<>();
        for (SearchHit hit : found) {
            Optional.ofNullable(who.get(hit.contact())).ifPresent(contact -> hits.add(hit(Row.of(contact), hit)));
        }
        return hits;
    }

    private ContactsView.Hit hit(Row contact, SearchHit hit) {
        Optional<Interaction> message = Optional.ofNullable(hit.message());
        return new ContactsView.Hit(
                contact,
                hit.snippet(),
                message.map(each -> visit.times().ago(each.occurredAt())).orElse(""),
                message.map(each -> visit.times().machine(each.occurredAt())).orElse(""),
                message.map(each -> ContactPage.at(contact.id(), each.id())).orElse(""));
    }
}
