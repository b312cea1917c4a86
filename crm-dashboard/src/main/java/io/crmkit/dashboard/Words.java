package io.crmkit.dashboard;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Everything the pages say, in one language. */
record Words(Language language, ResourceBundle bundle, Locale locale) {
    static final String BUNDLE = "io.crmkit.dashboard.Words";

    static Words of(Language language, Locale locale) {
        return new Words(language, ResourceBundle.getBundle(BUNDLE, language.written()), locale);
    }

    String say(String key, @Nullable Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** The word for a value of an enum. */
    String of(Enum<?> value) {
        return say(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** The word for something that may have none of its own, which then is said as it is. */
    String or(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** So many of something, in its form for one or for several; the number is the first argument. */
    String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".other"), number);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        try {
            format.setCurrency(Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            return NumberFormat.getInstance(locale).format(amount) + " " + currency;
        }
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(
                Math.max(0, Math.min(2, amount.stripTrailingZeros().scale())));
        return format.format(amount);
    }

    /** Roughly, in the unit that says most. */
    String duration(Duration time) {
        if (time.toMinutes() < 1) {
            return count("span.seconds", time.toSeconds());
        } else if (time.toHours() < 2) {
            return count("span.minutes", time.toMinutes());
        } else if (time.toDays() < 2) {
            return count("span.hours", time.toHours());
        }
        return count("span.days", time.toDays());
    }
}
