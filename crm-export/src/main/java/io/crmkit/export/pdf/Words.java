package io.crmkit.export.pdf;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Scheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** What stands on paper, in Spanish, Portuguese or English, and times as they are read there. */
final class Words {
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle words;

    Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.words =
                ResourceBundle.getBundle("io.crmkit.export.pdf.words", locale, Words.class.getClassLoader(), NO_OTHER);
    }

    String get(String key) {
        return words.getString(key);
    }

    /** What one of several words of ours is called; itself where it has no other name. */
    String of(String group, Enum<?> word) {
        return word(group, word.name().toLowerCase(Locale.ROOT));
    }

    /** What a word of a provider is called. */
    String word(String group, String plain) {
        try {
            return words.getString(group + "." + plain);
        } catch (MissingResourceException unnamed) {
            return plain.replace('_', ' ');
        }
    }

    String scheme(Scheme scheme) {
        return word("scheme", scheme.name());
    }

    /** Headings, written with bars between them. */
    List<String> list(String key) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(get(key), "|");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    String value(AttributeValue value) {
        if (value instanceof AttributeValue.Flag flag) {
            return get(flag.yes() ? "yes" : "no");
        } else if (value instanceof AttributeValue.Amount amount) {
            return number(amount.number());
        }
        return value instanceof AttributeValue.Day day
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day.date())
                : value.canonical();
    }

    /** BCP 47. */
    String language() {
        return locale.toLanguageTag();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    String moment(@Nullable Instant at) {
        return at == null ? "" : date(at) + " " + time(at);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM", locale).format(month);
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    String money(BigDecimal amount, String currency) {
        return currency + " " + number(amount);
    }

    /** Without what is less than one. */
    String whole(BigDecimal amount, String currency) {
        return money(amount.setScale(0, RoundingMode.HALF_EVEN), currency);
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }
}
