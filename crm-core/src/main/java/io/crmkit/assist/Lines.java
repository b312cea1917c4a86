package io.crmkit.assist;

import io.crmkit.ai.FactValue;
import io.crmkit.insight.Fact;
import java.util.List;
import java.util.Locale;

/** Lines of text up to a size; one that does not fit whole is left out. */
final class Lines {
    private static final int LONGEST = 300;

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    Lines(int limit) {
        this.limit = limit;
    }

    /** How much still fits. */
    int room() {
        return limit - text.length();
    }

    void add(String label, String value) {
        if (!value.isBlank()) {
            line(label + ": " + flat(value));
        }
    }

    void add(String label, List<String> values) {
        if (!values.isEmpty()) {
            add(label, String.join("; ", values.stream().map(Lines::flat).toList()));
        }
    }

    /** @return whether it fitted */
    boolean line(String line) {
        if (line.length() + 1 > room()) {
            return false;
        }
        text.append(line).append('\n');
        return true;
    }

    String text() {
        return text.toString();
    }

    /** On one line, so that nobody's words pass for a line of ours. */
    static String flat(String value) {
        StringBuilder flat = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? ' '
                        : c)
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200d)
                .limit(LONGEST)
                .forEach(flat::appendCodePoint);
        return flat.toString().strip();
    }

    static String of(Fact fact) {
        return fact.matter().type().name().toLowerCase(Locale.ROOT)
                + (fact.matter().relation().isEmpty()
                        ? ""
                        : " (" + flat(fact.matter().relation()) + ")")
                + " " + of(fact.matter().value());
    }

    static String of(FactValue value) {
        return flat(value.text());
    }
}
