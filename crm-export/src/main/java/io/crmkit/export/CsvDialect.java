package io.crmkit.export;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How the spreadsheets of a language expect a CSV file.
 *
 * @since 0.1
 */
public enum CsvDialect {
    /** Semicolons, decimal comma. */
    SPANISH(';', ',', "es"),
    /** Semicolons, decimal comma. */
    PORTUGUESE(';', ',', "pt"),
    /** Commas, decimal point. */
    ENGLISH(',', '.', "en");

    private final char separator;
    private final char decimal;
    private final String language;

    CsvDialect(char separator, char decimal, String language) {
        this.separator = separator;
        this.decimal = decimal;
        this.language = language;
    }

    /** That of a locale's language; English where there is none. */
    public static CsvDialect of(Locale locale) {
        for (CsvDialect dialect : values()) {
            if (dialect.language.equals(locale.getLanguage())) {
                return dialect;
            }
        }
        return ENGLISH;
    }

    char separator() {
        return separator;
    }

    String number(String plain) {
        return plain.replace('.', decimal);
    }

    /** The way every spreadsheet reads a time. */
    static DateTimeFormatter times(ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }
}
