package io.crmkit.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A path below the mount with a query, encoded as it is written. */
record Link(String path, List<Parameter> parameters) {
    record Parameter(String name, String value) {}

    static Link to(String path) {
        return new Link(path, List.of());
    }

    /** With one more parameter, or without it if there is nothing to say. */
    Link with(String name, String value) {
        List<Parameter> all = new ArrayList<>(without(name).parameters);
        if (!value.isEmpty()) {
            all.add(new Parameter(name, value));
        }
        return new Link(path, List.copyOf(all));
    }

    Link without(String name) {
        return new Link(
                path,
                parameters.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /** Encoded. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(path);
        char separator = '?';
        for (Parameter each : parameters) {
            text.append(separator).append(encoded(each.name())).append('=').append(encoded(each.value()));
            separator = '&';
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
