package io.crmkit.ai.langchain4j;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider asks to wait: "Please try again in 1m2.5s", {@code "retryDelay": "34s"}. LangChain4j hands on the
 * body of an error and not its headers, so that this is all that can be known.
 */
final class RetryHint {
    private static final List<String> BEFORE = List.of("try again in ", "\"retryDelay\": \"", "\"retryDelay\":\"");
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryHint() {}

    /** Zero if nobody said. */
    static Duration in(@Nullable String body) {
        for (String before : BEFORE) {
            int at = body == null ? -1 : body.indexOf(before);
            if (body != null && at >= 0) {
                Duration told = duration(body, at + before.length());
                return told.compareTo(LONGEST) > 0 ? LONGEST : told;
            }
        }
        return Duration.ZERO;
    }

    private static Duration duration(String text, int from) {
        double millis = 0;
        int at = from;
        while (at < text.length() && digit(text.charAt(at))) {
            int end = at;
            while (end < text.length() && end - at < 9 && (digit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            String number = text.substring(at, end);
            if (number.indexOf('.') != number.lastIndexOf('.')) {
                break;
            }
            int letters = end;
            while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
                letters++;
            }
            millis += Double.parseDouble(number) * unit(text.substring(end, letters));
            at = letters;
        }
        return Duration.ofMillis((long) Math.ceil(millis));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int unit(String letters) {
        return switch (letters) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
        };
    }
}
