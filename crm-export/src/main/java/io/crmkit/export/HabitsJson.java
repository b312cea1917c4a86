package io.crmkit.export;

import io.crmkit.appointment.Cancellations;
import io.crmkit.appointment.Favourite;
import io.crmkit.appointment.Figure;
import io.crmkit.appointment.Habits;
import io.crmkit.assist.BookingSuggestion;
import io.crmkit.assist.BookingSuggestion.Pattern;
import io.crmkit.assist.BookingSuggestion.Proactive;
import io.crmkit.assist.BookingSuggestion.SameSlot;
import io.crmkit.interaction.ProviderRef;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** How a contact books, and what to propose to them; a figure that rests on too little is left out. */
final class HabitsJson {
    private static final double HOUR_MINUTES = 60;
    private static final double DAY_HOURS = 24;

    private HabitsJson() {}

    static void habits(JsonGenerator json, Habits habits) {
        json.writeObjectPropertyStart("habits");
        json.writeNumberProperty("bookings", habits.bookings());
        figure(json, "interval", habits.interval(), days -> json.writeNumberProperty("days", days));
        figure(json, "perMonth", habits.perMonth(), visits -> json.writeNumberProperty("visits", tenths(visits)));
        favourite(json, "weekdays", habits.days(), days -> weekdays(json, "value", days));
        favourite(json, "timeOfDay", habits.part(), part -> EntryJson.word(json, "value", part));
        favourite(json, "time", habits.time(), time -> json.writeStringProperty("value", time.toString()));
        figure(json, "advance", habits.advance(), time -> json.writeNumberProperty("days", tenths(days(time))));
        figure(json, "cancellations", habits.cancellations(), made -> cancellations(json, made));
        figure(json, "noShows", habits.missed(), missed -> json.writeNumberProperty("times", missed));
        figure(json, "rescheduling", habits.moved(), moved -> json.writeNumberProperty("times", moved));
        favourite(json, "service", habits.service(), word -> json.writeStringProperty("value", word));
        favourite(json, "staff", habits.staff(), word -> json.writeStringProperty("value", word));
        json.writeEndObject();
    }

    private static <T> void figure(JsonGenerator json, String name, Optional<Figure<T>> figure, Consumer<T> value) {
        figure.ifPresent(found -> {
            json.writeObjectPropertyStart(name);
            value.accept(found.value());
            json.writeNumberProperty("bookings", found.bookings());
            json.writeEndObject();
        });
    }

    private static <T> void favourite(
            JsonGenerator json, String name, Optional<Favourite<T>> favourite, Consumer<T> value) {
        favourite.ifPresent(found -> {
            json.writeObjectPropertyStart(name);
            value.accept(found.value());
            json.writeNumberProperty("times", found.times());
            json.writeNumberProperty("bookings", found.bookings());
            json.writeEndObject();
        });
    }

    private static void cancellations(JsonGenerator json, Cancellations made) {
        json.writeNumberProperty("times", made.cancelled());
        json.writeNumberProperty("late", made.late());
        made.notice()
                .ifPresent(
                        notice -> json.writeNumberProperty("noticeHours", tenths(notice.toMinutes() / HOUR_MINUTES)));
    }

    private static double days(Duration time) {
        return time.toMinutes() / HOUR_MINUTES / DAY_HOURS;
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    static void suggestions(JsonGenerator json, List<BookingSuggestion> suggestions) {
        json.writeArrayPropertyStart("suggestions");
        for (BookingSuggestion suggestion : suggestions) {
            json.writeStartObject();
            json.writeStringProperty("kind", kind(suggestion));
            json.writeStringProperty("text", suggestion.text());
            json.writeObjectPropertyStart("because");
            because(json, suggestion);
            json.writeArrayPropertyStart("appointments");
            suggestion.because().stream().map(ProviderRef::id).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(BookingSuggestion suggestion) {
        return suggestion instanceof SameSlot ? "same_slot" : suggestion instanceof Pattern ? "pattern" : "proactive";
    }

    private static void because(JsonGenerator json, BookingSuggestion suggestion) {
        if (suggestion instanceof SameSlot slot) {
            json.writeStringProperty("lastVisit", slot.lastAt().toString());
            json.writeStringProperty("next", slot.next().toString());
            json.writeStringProperty("zone", slot.zone().getId());
        } else if (suggestion instanceof Pattern pattern) {
            weekdays(json, "weekdays", pattern.days());
            pattern.part().ifPresent(part -> EntryJson.word(json, "timeOfDay", part));
            json.writeNumberProperty("times", pattern.because().size());
            json.writeNumberProperty("bookings", pattern.bookings());
        } else if (suggestion instanceof Proactive proactive) {
            json.writeStringProperty("lastVisit", proactive.lastOn().toString());
            json.writeNumberProperty("daysSince", proactive.elapsed());
            json.writeNumberProperty("usualDays", proactive.interval());
        }
    }

    private static void weekdays(JsonGenerator json, String name, List<DayOfWeek> days) {
        json.writeArrayPropertyStart(name);
        days.forEach(day -> json.writeString(day.name().toLowerCase(Locale.ROOT)));
        json.writeEndArray();
    }
}
