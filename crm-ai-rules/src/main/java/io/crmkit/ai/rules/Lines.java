package io.crmkit.ai.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of the resource files beside this class, without blank ones and comments. */
final class Lines {
    private Lines() {}

    static List<String> of(String resource) {
        try (InputStream in = Lines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The parts between a separator, stripped, without empty ones. */
    static String[] cut(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == separator) {
                String part = text.substring(start, at).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = at + 1;
            }
        }
        return parts.toArray(String[]::new);
    }
}
