package io.crmkit.jpa;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows of which table, as text: {@code crm_note=2 crm_fact=5}. */
final class Tallies {
    private Tallies() {}

    static String text(Map<String, Long> tallies) {
        return tallies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<String, Long> of(String text) {
        Map<String, Long> tallies = new TreeMap<>();
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            int equals = text.indexOf('=', from);
            tallies.put(text.substring(from, equals), Long.valueOf(text.substring(equals + 1, to)));
            from = to + 1;
        }
        return tallies;
    }
}
