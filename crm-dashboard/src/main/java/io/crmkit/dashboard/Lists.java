package io.crmkit.dashboard;

import io.crmkit.privacy.Permission;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Segment;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import io.crmkit.segment.Segments;
import io.crmkit.segment.SmartList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Segments, and smart lists as they are made: with a count while they are, and in words. */
record Lists(Visit visit) {
    private static final int LINES = 6;
    private static final int SAMPLE = 5;
    private static final int LONGEST_KEY = 50;

    private Segments segments() {
        return visit.session().segments();
    }

    Answer all() {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        List<Segment> all = segments().all();
        Names names = Names.of(visit.words(), all);
        Describing describing = new Describing(visit.words(), visit.times(), names);
        Map<SegmentKey, SegmentSize> sizes =
                visit.session().desk().sizes(all.stream().map(Segment::key).toList());
        return Answer.show(
                "segments",
                new SegmentsView(
                        visit.frame("segments", visit.words().say("way.segments")),
                        all.stream()
                                .map(each -> new SegmentsView.Line(
                                        each.key().value(),
                                        names.of(each.key()),
                                        describing.of(each.criterion()),
                                        size(sizes.getOrDefault(each.key(), new SegmentSize(0, false))),
                                        each.automatic(),
                                        !each.automatic()
                                                && lines(each.criterion()).isPresent()))
                                .toList(),
                        visit.mayChange(Permission.EDIT_SEGMENTS)));
    }

    private String size(SegmentSize size) {
        return visit.words().count("contacts", size.contacts()) + (size.more() ? "+" : "");
    }

    Answer fresh() {
        return visit.reveals() ? page("", "", false, List.of(), "", false) : Answer.problem(403, "masked");
    }

    Answer edit(String key) {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        Optional<Segment> list = segments().all().stream()
                .filter(each -> !each.automatic() && each.key().value().equals(key))
                .findFirst();
        return list.flatMap(found -> lines(found.criterion())
                        .map(lines ->
                                page(key, found.name(), found.criterion() instanceof Criterion.Any, lines, "", true)))
                .orElseGet(() -> Answer.problem(404, "unknown"));
    }

    Answer post() {
        if (!visit.reveals()) {
            return Answer.problem(403, "masked");
        }
        String key = visit.request().given("key");
        if (visit.request().given("do").equals("remove")) {
            Segments.Removal removal = segments().remove(new SegmentKey(key));
            return Answer.go("dashboard/segments?said="
                    + (removal == Segments.Removal.REMOVED ? "list.removed" : "no.list." + removal.name()));
        }
        String name = visit.request().given("name");
        boolean any = visit.request().given("match").equals("any");
        List<Condition> lines = given();
        Optional<Criterion> criterion = criterion(lines, any);
        if (visit.request().given("do").equals("count")
                || criterion.isEmpty()
                || name.isEmpty()
                || name.length() > 100) {
            boolean counts = visit.request().given("do").equals("count");
            String wrong = criterion.isEmpty() ? "list.wrong.lines" : counts ? "" : "list.wrong.name";
            return page(key, name, any, lines, wrong, criterion.isPresent());
        }
        try {
            segments().save(new SmartList(key.isEmpty() ? keyOf(name) : new SegmentKey(key), name, criterion.get()));
        } catch (IllegalArgumentException refused) {
            return page(key, name, any, lines, "list.wrong.refused", false);
        }
        return Answer.go("dashboard/segments?said=list.saved");
    }

    private List<Condition> given() {
        List<String> kinds = visit.request().allGiven("kind");
        List<String> nots = visit.request().allGiven("not");
        List<String> values = visit.request().allGiven("value");
        List<Condition> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(kinds.size(), Math.min(nots.size(), values.size())); i++) {
            String value = values.get(i).strip();
            boolean not = nots.get(i).strip().equals("not");
            Given.oneOf(Condition.Kind.class, kinds.get(i).strip())
                    .ifPresent(kind -> lines.add(new Condition(kind, not, value)));
        }
        return lines.stream().limit(LINES).toList();
    }

    /** Empty if a line makes no sense, or there is none. */
    private Optional<Criterion> criterion(List<Condition> lines, boolean any) {
        List<Criterion> parts = lines.stream()
                .flatMap(line -> line.criterion(visit.settings().currency()).stream())
                .toList();
        if (parts.isEmpty() || parts.size() < lines.size()) {
            return Optional.empty();
        }
        return Optional.of(any ? new Criterion.Any(parts) : new Criterion.All(parts));
    }

    /** The lines of the builder that ask this; empty if they cannot. */
    private Optional<List<Condition>> lines(Criterion criterion) {
        List<Criterion> parts = criterion instanceof Criterion.All all
                ? all.of()
                : criterion instanceof Criterion.Any any ? any.of() : List.of(criterion);
        List<Condition> lines = parts.stream()
                .flatMap(part -> Condition.of(part, visit.settings().currency()).stream())
                .toList();
        boolean whole = lines.size() == parts.size() && !lines.isEmpty() && lines.size() <= LINES;
        return whole ? Optional.of(lines) : Optional.empty();
    }

    private Answer page(String key, String name, boolean any, List<Condition> lines, String wrong, boolean counted) {
        List<Segment> all = segments().all();
        Names names = Names.of(visit.words(), all);
        Optional<Criterion> criterion = counted ? criterion(lines, any) : Optional.empty();
        String count = "";
        List<Row> sample = List.of();
        String problem = wrong;
        try {
            if (criterion.isPresent()) {
                count = size(visit.session().desk().size(criterion.get()));
                sample = visit.session().contacts(ContactQuery.of(criterion.get()), null, SAMPLE).items().stream()
                        .map(Row::of)
                        .toList();
            }
        } catch (IllegalArgumentException refused) {
            problem = "list.wrong.refused";
        }
        return Answer.show(
                "list",
                new ListView(
                        visit.frame("segments", visit.words().say(key.isEmpty() ? "list.new" : "list.edit")),
                        key,
                        name,
                        any,
                        lines,
                        all.stream()
                                .map(Segment::key)
                                .filter(each -> !each.value().equals(key))
                                .toList(),
                        names,
                        count,
                        sample,
                        criterion
                                .map(new Describing(visit.words(), visit.times(), names)::of)
                                .orElse(""),
                        problem.isEmpty() ? "" : visit.words().say(problem)));
    }

    /** A key that says something, and that no list has. */
    private SegmentKey keyOf(String name) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .chars()
                .forEach(c -> {
                    if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                        key.append((char) c);
                    } else if (Character.isWhitespace(c) && !key.isEmpty() && key.charAt(key.length() - 1) != '-') {
                        key.append('-');
                    }
                });
        String base = key.isEmpty() ? "list" : key.substring(0, Math.min(LONGEST_KEY, key.length()));
        Set<String> taken =
                segments().all().stream().map(each -> each.key().value()).collect(Collectors.toSet());
        String free = base;
        for (int i = 2; taken.contains(free); i++) {
            free = base + "-" + i;
        }
        return new SegmentKey(free);
    }
}
