package io.crmkit.dashboard;

import io.crmkit.insight.Behaviour;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** How somebody writes, as plots. */
record Behaving(Words words, Times times) {
    private static final int HOURS = 24;

    List<Plot> plots(Behaviour behaviour) {
        return behaviour.messages() == 0 ? List.of() : List.of(hours(behaviour), days(behaviour));
    }

    private Plot hours(Behaviour behaviour) {
        List<Plot.Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            int count = behaviour.hours().getOrDefault(hour, 0);
            bars.add(new Plot.Bar(
                    hour % 6 == 0 ? Integer.toString(hour) : "",
                    words.say("plot.hour", Integer.toString(hour)),
                    count,
                    words.number(count)));
        }
        String says = behaviour.preferredHours().isEmpty()
                ? ""
                : words.say(
                        "plot.hours.says",
                        String.join(
                                ", ",
                                behaviour.preferredHours().stream()
                                        .limit(3)
                                        .map(hour -> words.say("plot.hour", Integer.toString(hour)))
                                        .toList()));
        return new Plot(words.say("plot.hours"), says, bars);
    }

    private Plot days(Behaviour behaviour) {
        List<Plot.Bar> bars = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int count = behaviour.days().getOrDefault(day, 0);
            bars.add(new Plot.Bar(times.shortDay(day), times.weekday(day), count, words.number(count)));
        }
        String says = behaviour.preferredDays().isEmpty()
                ? ""
                : words.say(
                        "plot.days.says",
                        String.join(
                                ", ",
                                behaviour.preferredDays().stream()
                                        .limit(2)
                                        .map(times::weekday)
                                        .toList()));
        return new Plot(words.say("plot.days"), says, bars);
    }
}
