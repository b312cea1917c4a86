package io.crmkit.dashboard;

import io.crmkit.privacy.Actor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a browser asks the dashboard for, as the host got it.
 *
 * @param method such as {@code GET}
 * @param path below where the dashboard is mounted, not decoded, beginning with a slash: {@code /dashboard/contacts/…}
 * @param query as {@link #parameters} reads it
 * @param form that of a POST, as {@link #parameters} reads it; empty of any other
 * @param headers by names in any case; of a header sent several times one value
 * @param actor who asks, as the host authenticated them, with what they may do
 * @since 0.1
 */
public record DashboardRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Map<String, String> headers,
        Actor actor) {
    /** The most bytes of a form the dashboard has use for; what is longer is to be refused by 413. */
    public static final int LARGEST_FORM = 256 * 1024;

    private static final int MOST_PARAMETERS = 2_000;

    public DashboardRequest {
        method = method.toUpperCase(Locale.ROOT);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        headers = named;
    }

    /**
     * Reads a query string, or a form of type {@code application/x-www-form-urlencoded}. Those that are not encoded as
     * they should are left out, and so is what comes after two thousand.
     *
     * @param encoded in UTF-8, without the question mark
     */
    public static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        int from = 0;
        for (int count = 0; from < encoded.length() && count < MOST_PARAMETERS; count++) {
            int and = encoded.indexOf('&', from);
            int end = and < 0 ? encoded.length() : and;
            String pair = encoded.substring(from, end);
            int equals = pair.indexOf('=');
            try {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!name.isEmpty()) {
                    read.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
                }
            } catch (IllegalArgumentException notEncoded) {
                // A per cent sign by itself: nothing the pages send.
            }
            from = end + 1;
        }
        return read;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean post() {
        return method.equals("POST");
    }

    /** The first value of a parameter of the query; empty if there is none. */
    String asked(String name) {
        return first(query, name);
    }

    /** The first value of a field of the form; empty if there is none. */
    String given(String name) {
        return first(form, name);
    }

    List<String> allGiven(String name) {
        return form.getOrDefault(name, List.of());
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static String first(Map<String, List<String>> from, String name) {
        List<String> values = from.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** Without what was typed, which may be personal. */
    @Override
    public String toString() {
        return "DashboardRequest[" + method + "]";
    }
}
