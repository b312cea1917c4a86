package io.crmkit.dashboard;

import io.crmkit.Page;
import io.crmkit.desk.Desk;
import io.crmkit.desk.Waiting;
import io.crmkit.interaction.Interaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What needs an answer, and who asked for a person. */
final class Queues {
    private static final int ITEMS = 60;
    private static final int EXCERPT = 220;

    private Queues() {}

    /** @param key inquiries or support */
    static Answer show(Visit visit, String key) {
        Desk desk = visit.session().desk();
        List<Waiting> found = key.equals("support") ? desk.called(ITEMS) : desk.waiting(ITEMS);
        return Answer.show(
                "queue",
                new QueueView(
                        visit.frame(key, visit.words().say("way." + key)),
                        key,
                        found.stream().map(each -> item(visit, each)).toList(),
                        key.equals("support") && visit.reveals()));
    }

    private static QueueView.Item item(Visit visit, Waiting waiting) {
        Row row = Row.of(visit.mask().summary(waiting.contact()));
        Optional<Interaction> last = waiting.last()
                .map(each -> visit.mask()
                        .interactions(new Page<>(List.of(each), Optional.empty()))
                        .items()
                        .get(0));
        Times times = visit.times();
        return new QueueView.Item(
                row,
                times.waited(waiting.since()),
                times.machine(waiting.since()),
                times.moment(waiting.since()),
                last.map(each -> excerpt(new Timeline(visit.words(), times, null, null).gist(each)))
                        .orElse(""),
                last.map(each ->
                                visit.words().say("side." + each.author().name().toLowerCase(Locale.ROOT)))
                        .orElse(""),
                last.map(each -> ContactPage.at(row.id(), each.id())).orElse("dashboard/contacts/" + row.id()),
                "dashboard/contacts/" + row.id() + "/brief");
    }

    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return text.substring(0, end) + "…";
    }
}
