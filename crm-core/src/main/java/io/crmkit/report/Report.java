package io.crmkit.report;

import java.util.List;
import java.util.Locale;

/**
 * Something a tenant wants made by itself and brought somewhere.
 *
 * @param key what it goes by in its tenant, and what its files are called by: 1 to 63 of {@code a-z 0-9 _ -}
 * @param title what people call it, 1 to 100 characters
 * @since 0.1
 */
public record Report(String key, String title, Schedule schedule, Contents contents, Format format, Destination to) {
    /** How it is written down. */
    public enum Format {
        CSV,
        JSON,
        PDF;

        /** What the name of a file ends in. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it goes.
     *
     * @param carrier the name under which the host has one
     * @param addresses as the carrier takes them, such as e-mail addresses; none where it needs none
     */
    public record Destination(String carrier, List<String> addresses) {
        public Destination {
            addresses = List.copyOf(addresses);
        }

        /** Without the addresses, which are personal. */
        @Override
        public String toString() {
            return "Destination[" + carrier + "]";
        }
    }

    public Report {
        title = title.strip();
        if (key.isEmpty() || key.length() > 63 || !key.chars().allMatch(Report::plain)) {
            throw new IllegalArgumentException("A report's key is 1 to 63 of a-z 0-9 _ -");
        }
        if (title.isEmpty() || title.length() > 100) {
            throw new IllegalArgumentException("A report's title has 1 to 100 characters");
        }
    }

    private static boolean plain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    /** Without what it asks by and where it goes, which may be personal. */
    @Override
    public String toString() {
        return "Report[" + key + "]";
    }
}
