package io.crmkit.testkit.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringTokenizer;

/** What becomes of names when people type them. */
final class Typing {
    private static final List<String> CONFUSED = List.of("b=v", "v=b", "s=z", "z=s", "c=s", "i=y", "y=i", "m=n", "n=m");

    private Typing() {}

    /** In lower case without accents. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c < 128)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** One letter of one of the longer words wrong, missing, doubled, or swapped with the next. */
    static String mistyped(String name, Random random) {
        List<String> words = new ArrayList<>();
        new StringTokenizer(name, " ").asIterator().forEachRemaining(word -> words.add((String) word));
        List<Integer> longer = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() >= 5) {
                longer.add(i);
            }
        }
        if (longer.isEmpty()) {
            return name;
        }
        int which = longer.get(random.nextInt(longer.size()));
        words.set(which, slip(words.get(which), random));
        return String.join(" ", words);
    }

    private static String slip(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (random.nextInt(5)) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + word.charAt(at) + after;
            case 2 -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 3 -> before + (char) ('a' + random.nextInt(26)) + after;
            default -> confused(word, random);
        };
    }

    private static String confused(String word, Random random) {
        int from = random.nextInt(CONFUSED.size());
        for (int i = 0; i < CONFUSED.size(); i++) {
            String pair = CONFUSED.get((from + i) % CONFUSED.size());
            int at = word.indexOf(pair.charAt(0), 1);
            if (at > 0) {
                return word.substring(0, at) + pair.charAt(2) + word.substring(at + 1);
            }
        }
        return word;
    }

    /** Capitals, accents and order as they come to somebody at a desk. */
    static String typed(String given, String surnames, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> surnames + ", " + given;
            case 1 -> (given + " " + surnames).toUpperCase(Locale.ROOT);
            case 2 -> plain(given + " " + surnames);
            case 3 -> surnames + " " + given;
            default -> given + " " + surnames;
        };
    }
}
