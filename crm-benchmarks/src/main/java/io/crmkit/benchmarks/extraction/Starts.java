package io.crmkit.benchmarks.extraction;

import io.crmkit.benchmarks.Json;
import java.time.LocalDate;
import java.util.Map;

/** When a time begins, for sets that label more than our values hold. */
final class Starts {
    private static final String MARK = "start=";
    private static final Map<String, String> PARTS = Map.of("TMO", "06", "TMI", "12", "TAF", "12", "TNI", "19");

    private Starts() {}

    /** The labelled value, if it is a structure with the points a time stands for. */
    static String labelled(Json value, String otherwise) {
        return value.texts("values").stream()
                .findFirst()
                .map(start -> MARK + start)
                .orElse(otherwise);
    }

    static boolean asked(String value) {
        return value.startsWith(MARK);
    }

    /** Whether what was told begins on the labelled minute; hours of the day are taken for those of the reference day. */
    static boolean same(String labelled, String told, LocalDate reference) {
        String start = told.split("/")[0];
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            start = start.replace(part.getKey(), (start.contains("-") ? "T" : "") + part.getValue() + ":00");
        }
        String time = start.contains("-") ? start : reference + "T" + start;
        String whole = time.contains("T") ? time : time + "T00:00";
        return labelled.substring(MARK.length()).startsWith(whole);
    }
}
