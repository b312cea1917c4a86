package io.crmkit.assist;

import io.crmkit.appointment.DayPart;
import io.crmkit.assist.BookingSuggestion.Pattern;
import io.crmkit.assist.BookingSuggestion.Proactive;
import io.crmkit.assist.BookingSuggestion.SameSlot;
import io.crmkit.interaction.Money;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of bookings, and the words around what is known, in one language. */
record Wording(ResourceBundle words, Locale locale) {
    private static final Locale SPANISH = new Locale("es");
    private static final Locale RIOPLATENSE = new Locale("es", "AR");
    private static final Set<String> VOSEO = Set.of("AR", "UY", "PY");

    private static final int WEEKS_FROM = 14;
    private static final int MONTHS_FROM = 28;
    private static final double MONTH = 30.436875;

    /** A day that long ago may be of another year. */
    private static final int YEAR_FROM = 300;

    static Wording of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt", "en" -> in(new Locale(locale.getLanguage()), locale);
            case "es" -> in(VOSEO.contains(locale.getCountry()) ? RIOPLATENSE : SPANISH, locale);
            default -> in(SPANISH, SPANISH);
        };
    }

    /** A locale there is a file for, so that the one of the machine is never asked. */
    private static Wording in(Locale written, Locale locale) {
        return new Wording(ResourceBundle.getBundle("io.crmkit.assist.Wording", written), locale);
    }

    String label(String key) {
        return words.getString("label." + key);
    }

    String say(String key, @Nullable Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    String sentence(BookingSuggestion suggestion) {
        if (suggestion instanceof SameSlot slot) {
            String service = slot.last().service();
            String staff = slot.last().staff();
            String key = "same_slot" + (service == null ? "" : ".service") + (staff == null ? "" : ".staff");
            return say(key, moment(slot.next()), service, staff);
        }
        if (suggestion instanceof Pattern pattern) {
            return pattern(pattern);
        }
        Proactive proactive = (Proactive) suggestion;
        String service = proactive.last().service();
        return say(
                service == null ? "proactive" : "proactive.service",
                elapsed(proactive.elapsed()),
                day(proactive.lastOn(), proactive.elapsed() >= YEAR_FROM),
                service);
    }

    private String pattern(Pattern pattern) {
        String days = days(pattern.days());
        String part = pattern.part()
                .map(found -> pattern.days().isEmpty() ? part(found) : words.getString("on." + found))
                .orElse("");
        return say("pattern" + (days.isEmpty() ? "" : ".days") + (part.isEmpty() ? "" : ".part"), days, part);
    }

    /** At most two, in the order of the week. */
    String days(List<DayOfWeek> days) {
        List<String> names =
                days.stream().sorted().map(day -> words.getString("day." + day)).toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.get(0);
            default -> say("two", names.get(0), names.get(1));
        };
    }

    String part(DayPart part) {
        return words.getString("part." + part);
    }

    private String elapsed(int days) {
        if (days < WEEKS_FROM) {
            return say("elapsed.days", days);
        }
        return days < MONTHS_FROM
                ? say("elapsed.weeks", days / 7)
                : say("elapsed.months", Math.max(1, (int) ((days + 2) / MONTH)));
    }

    String moment(LocalDateTime at) {
        return moment(at, false);
    }

    String moment(LocalDateTime at, boolean withYear) {
        return say("moment", day(at.toLocalDate(), withYear), format("time").format(at));
    }

    String day(LocalDate date, boolean withYear) {
        return format(withYear ? "date.year" : "date").format(date);
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(words.getString(key), locale);
    }

    String price(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        try {
            format.setCurrency(Currency.getInstance(money.currency()));
        } catch (IllegalArgumentException unknown) {
            return NumberFormat.getInstance(locale).format(money.amount()) + " " + money.currency();
        }
        format.setMaximumFractionDigits(
                Math.max(format.getMaximumFractionDigits(), money.amount().scale()));
        return format.format(money.amount());
    }
}
