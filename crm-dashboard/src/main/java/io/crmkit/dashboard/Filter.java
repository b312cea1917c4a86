package io.crmkit.dashboard;

import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contacts are listed by, as it stands in the address of the page. Empty is any. */
record Filter(
        String typed,
        String segment,
        String status,
        String tag,
        String category,
        String from,
        String until,
        String firstFrom,
        String firstUntil,
        String did,
        String order) {
    /** The names of the parameters, in the order of the fields. */
    static final List<String> NAMES = List.of(
            "q", "segment", "status", "tag", "category", "from", "to", "first_from", "first_to", "did", "order");

    /** What somebody did, as the list can be filtered by. */
    enum Did {
        BOOKED,
        NO_SHOW,
        HIGH_VALUE
    }

    static Filter of(DashboardRequest request) {
        List<String> v = NAMES.stream().map(request::asked).toList();
        return new Filter(
                v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7), v.get(8), v.get(9),
                v.get(10));
    }

    /** The list filtered so. */
    Link link() {
        Link link = Link.to("dashboard");
        List<String> values =
                List.of(typed, segment, status, tag, category, from, until, firstFrom, firstUntil, did, order);
        for (int i = 0; i < NAMES.size(); i++) {
            link = link.with(NAMES.get(i), values.get(i));
        }
        return link;
    }

    /** Whether anything but segment, typed and order is asked for. */
    boolean detailed() {
        return Stream.of(status, tag, category, from, until, firstFrom, firstUntil, did)
                .anyMatch(v -> !v.isEmpty());
    }

    ContactQuery.Order by() {
        return Given.oneOf(ContactQuery.Order.class, order).orElse(ContactQuery.Order.LAST_CONTACT);
    }

    ContactQuery query(ZoneId zone) {
        return new ContactQuery(criterion(zone), by());
    }

    Criterion criterion(ZoneId zone) {
        List<Criterion> all = new ArrayList<>();
        if (!typed.isEmpty()) {
            all.add(Criterion.text(typed));
        }
        key().ifPresent(key -> all.add(new Known.In(key)));
        Given.oneOf(ContactStatus.class, status).ifPresent(one -> all.add(Criterion.status(one)));
        Optional<Tag.Category> about = Given.oneOf(Tag.Category.class, category);
        if (tag.isEmpty()) {
            about.ifPresent(one -> all.add(new Criterion.TaggedIn(one)));
        } else if (tag.length() <= 64) {
            all.add(tagged(about));
        }
        window(from, until, zone).ifPresent(window -> all.add(new Criterion.LastContact(window)));
        window(firstFrom, firstUntil, zone).ifPresent(window -> all.add(new Criterion.FirstContact(window)));
        Given.oneOf(Did.class, did).ifPresent(one -> all.add(behaviour(one)));
        return all.size() == 1 ? all.get(0) : new Criterion.All(all);
    }

    Optional<SegmentKey> key() {
        try {
            return segment.isEmpty() ? Optional.empty() : Optional.of(SegmentKey.of(segment));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private Criterion tagged(Optional<Tag.Category> about) {
        Set<Tag.Category> categories = about.map(Set::of).orElseGet(() -> EnumSet.allOf(Tag.Category.class));
        return new Criterion.Any(categories.stream()
                .map(one -> (Criterion) new Criterion.Tagged(new Tag(one, tag)))
                .toList());
    }

    private static Criterion behaviour(Did did) {
        return switch (did) {
            case BOOKED -> appointments(EnumSet.complementOf(EnumSet.of(AppointmentStatus.CANCELLED)));
            case NO_SHOW -> appointments(EnumSet.of(AppointmentStatus.NO_SHOW));
            case HIGH_VALUE -> new Known.In(AutomaticSegment.HIGH_VALUE.key());
        };
    }

    private static Criterion appointments(Set<AppointmentStatus> any) {
        return new Dealt.Appointments(any, Window.EVER, 1, Integer.MAX_VALUE);
    }

    /** Both days included, by the tenant's calendar. */
    private static Optional<Window> window(String from, String until, ZoneId zone) {
        Instant first = Given.day(from).map(day -> start(day, zone)).orElse(null);
        Instant end = Given.day(until).map(day -> start(day.plusDays(1), zone)).orElse(null);
        return first == null && end == null ? Optional.empty() : Optional.of(Window.between(first, end));
    }

    private static @Nullable Instant start(LocalDate day, ZoneId zone) {
        return day.getYear() < 1 || day.getYear() > 9998
                ? null
                : day.atStartOfDay(zone).toInstant();
    }

    /** Without what was typed, which may be personal. */
    @Override
    public String toString() {
        return "Filter[]";
    }
}
