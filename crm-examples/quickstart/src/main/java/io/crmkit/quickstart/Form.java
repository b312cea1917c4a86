package io.crmkit.quickstart;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form somebody filled in, in words. */
final class Form {
    private static final JsonMapper JSON = new JsonMapper();

    private Form() {}

    /** The fields and what they hold; the text as it is where it holds no fields. */
    static String of(String json) {
        return "[form] " + fields(json);
    }

    private static String fields(String json) {
        try {
            List<String> fields = new ArrayList<>();
            JSON.readTree(json).properties().stream()
                    .filter(field -> !field.getKey().equals("flow_token"))
                    .forEach(field -> fields.add(field.getKey() + ": " + value(field.getValue())));
            return fields.isEmpty() ? json : String.join(" · ", fields);
        } catch (JacksonException notJson) {
            return json;
        }
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
