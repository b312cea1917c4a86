package io.crmkit.ai.rules;

import java.time.LocalDate;

/** Days known by a name. */
final class Holidays {
    private Holidays() {}

    /** The next one, today included. */
    static LocalDate next(String code, LocalDate today) {
        LocalDate day = in(today.getYear(), code);
        return day.isBefore(today) ? in(today.getYear() + 1, code) : day;
    }

    private static LocalDate in(int year, String code) {
        return switch (code) {
            case "EASTER" -> easter(year);
            case "GOODFRIDAY" -> easter(year).minusDays(2);
            default -> LocalDate.of(year, Integer.parseInt(code.substring(0, 2)), Integer.parseInt(code.substring(3)));
        };
    }

    /** By the anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
