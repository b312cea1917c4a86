package io.crmkit.example.spring;

import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a request asks for. Of several values of a parameter, by commas or said again, one suffices for a status;
 * of all others each has to hold.
 */
final class ListQuery {
    /** What it understands; {@code cursor} and {@code limit} are the page's. */
    static final Set<String> PARAMETERS =
            Set.of("q", "status", "tag", "segment", "firstFrom", "firstTo", "lastFrom", "lastTo", "behaviour", "sort");

    private final Map<String, String[]> parameters;
    private final ZoneId zone;

    ListQuery(Map<String, String[]> parameters, ZoneId zone) {
        this.parameters = parameters;
        this.zone = zone;
    }

    ContactQuery query() {
        return new ContactQuery(criterion(), order());
    }

    /** Whether it asks for nothing in particular. */
    boolean none() {
        return PARAMETERS.stream().noneMatch(parameters::containsKey);
    }

    /** What somebody typed; null if nothing. */
    @Nullable String typed() {
        String typed =
                String.join(" ", parameters.getOrDefault("q", new String[0])).strip();
        return typed.isEmpty() ? null : typed;
    }

    Criterion criterion() {
        List<Criterion> all = new ArrayList<>();
        String typed = typed();
        if (typed != null) {
            all.add(Criterion.text(typed));
        }
        List<ContactStatus> statuses =
                values("status").map(text -> Words.status("status", text)).toList();
        if (!statuses.isEmpty()) {
            all.add(Criterion.status(statuses.toArray(ContactStatus[]::new)));
        }
        values("tag").map(ListQuery::tagged).forEach(all::add);
        values("segment").map(ListQuery::in).forEach(all::add);
        values("behaviour").map(ListQuery::behaviour).forEach(all::add);
        if (given("firstFrom") || given("firstTo")) {
            all.add(new Criterion.FirstContact(from("firstFrom"), until("firstTo")));
        }
        if (given("lastFrom") || given("lastTo")) {
            all.add(new Criterion.LastContact(from("lastFrom"), until("lastTo")));
        }
        return all.size() == 1 ? all.get(0) : new Criterion.All(all);
    }

    private Order order() {
        String sort = values("sort").findFirst().orElse("lastContact");
        return switch (sort) {
            case "lastContact" -> Order.LAST_CONTACT;
            case "firstContact" -> Order.FIRST_CONTACT;
            default -> Words.word(Order.class, "sort", sort);
        };
    }

    /** A tag of any category if none is said; all tags of one as {@code preference:*}. */
    private static Criterion tagged(String text) {
        if (text.endsWith(":*")) {
            String category = text.substring(0, text.length() - 2);
            return new Criterion.TaggedIn(Words.word(Tag.Category.class, "tag", category));
        }
        if (text.indexOf(':') >= 0) {
            return Criterion.tagged(Words.tag("tag", text));
        }
        Tag own = Words.tag("tag", text);
        return new Criterion.Any(Stream.of(Tag.Category.values())
                .map(category -> Criterion.tagged(new Tag(category, own.name())))
                .toList());
    }

    private static Criterion in(String key) {
        try {
            return new Known.In(SegmentKey.of(key));
        } catch (IllegalArgumentException noKey) {
            throw Refused.parameter("segment", "It is the key of a segment, as GET /api/segments lists them.");
        }
    }

    private static Criterion behaviour(String text) {
        return switch (text.replace('_', '-')) {
            case "booked" -> appointments(EnumSet.allOf(AppointmentStatus.class));
            case "no-show" -> appointments(EnumSet.of(AppointmentStatus.NO_SHOW));
            case "high-value" -> new Known.In(AutomaticSegment.HIGH_VALUE.key());
            default -> throw Refused.parameter("behaviour", "It is booked, no-show or high-value.");
        };
    }

    private static Criterion appointments(Set<AppointmentStatus> any) {
        return new Dealt.Appointments(any, Window.EVER, 1, Integer.MAX_VALUE);
    }

    private boolean given(String name) {
        return values(name).findAny().isPresent();
    }

    private Stream<String> values(String name) {
        return Stream.of(parameters.getOrDefault(name, new String[0]))
                .flatMap(value -> Collections.list(new StringTokenizer(value, ",")).stream())
                .map(part -> part.toString().strip())
                .filter(value -> !value.isEmpty());
    }

    private @Nullable Instant from(String name) {
        return values(name).findFirst().map(text -> time(name, text, 0)).orElse(null);
    }

    /** A day is meant with all of it. */
    private @Nullable Instant until(String name) {
        return values(name).findFirst().map(text -> time(name, text, 1)).orElse(null);
    }

    private Instant time(String name, String text, int daysLater) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw Refused.parameter(name, "It is a day like 2026-03-10, or a time like 2026-03-10T12:40:04Z.");
        }
    }
}
