package io.crmkit.testkit.duplicate;

import java.util.List;
import java.util.Random;

/**
 * A made-up person.
 *
 * @param mobile international, without {@code +}
 */
record Someone(int number, Land land, List<String> given, List<String> surnames, String mobile, String email) {
    /** Where people write numbers and names their own way. */
    enum Land {
        ARGENTINA,
        BRAZIL,
        STATES
    }

    static Someone any(int number, Random random) {
        int at = random.nextInt(100);
        Land land = at < 60 ? Land.ARGENTINA : at < 85 ? Land.BRAZIL : Land.STATES;
        return any(number, land, MadeUpNames.surnames(land, random), random);
    }

    static Someone any(int number, Land land, List<String> surnames, Random random) {
        List<String> given = MadeUpNames.given(land, random);
        return new Someone(number, land, given, surnames, mobile(land, random), email(given, surnames, random));
    }

    static String mobile(Land land, Random random) {
        return switch (land) {
            case ARGENTINA -> "549" + List.of("11", "351", "341", "261").get(random.nextInt(4)) + digits(8, random);
            case BRAZIL -> "55" + List.of("11", "21", "51").get(random.nextInt(3)) + "9" + digits(8, random);
            case STATES -> "1" + List.of("212", "305", "415").get(random.nextInt(3)) + digits(7, random);
        };
    }

    static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String email(List<String> given, List<String> surnames, Random random) {
        String host = List.of("example.com", "example.org", "example.net").get(random.nextInt(3));
        String name = Typing.plain(given.get(0)) + "." + Typing.plain(surnames.get(0));
        return name.replace(" ", "") + (random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(100))) + "@"
                + host;
    }

    Someone called(String... otherwise) {
        return new Someone(number, land, List.of(otherwise), surnames, mobile, email);
    }

    String fullName() {
        return String.join(" ", given) + " " + String.join(" ", surnames);
    }

    /** As people call themselves: not all their names. */
    String usualName() {
        return given.get(0) + " " + surnames.get(0);
    }

    @Override
    public String toString() {
        return "Someone[" + number + "]";
    }
}
