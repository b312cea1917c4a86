package io.crmkit.quickstart;

/** Why the program stops before its end, in one line for whoever started it. */
final class CannotRun extends Exception {
    CannotRun(String line) {
        super(firstLine(line));
    }

    CannotRun(String line, Throwable cause) {
        super(firstLine(line), cause);
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
    }
}
