package io.crmkit.example.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request's body: an object with these fields and no others, so that no field is misspelt in silence. */
final class Body {
    private final JsonNode body;

    Body(JsonNode body, String... fields) {
        if (!body.isObject()) {
            throw Refused.body("The body is a JSON object.");
        }
        Set<String> unknown = new TreeSet<>(body.propertyNames());
        unknown.removeAll(Set.of(fields));
        if (!unknown.isEmpty()) {
            throw Refused.parameter(
                    unknown.iterator().next(),
                    "There is no such field here; there are " + String.join(", ", new TreeSet<>(List.of(fields)))
                            + ".");
        }
        this.body = body;
    }

    JsonNode get(String name) {
        return body.path(name);
    }

    boolean has(String name) {
        return body.hasNonNull(name);
    }

    String text(String name) {
        String text = optional(name);
        if (text == null) {
            throw Refused.parameter(name, "It is a text, and needed.");
        }
        return text;
    }

    @Nullable String optional(String name) {
        JsonNode field = body.path(name);
        if (field.isNull() || field.isMissingNode()) {
            return null;
        }
        if (!field.isString() || field.stringValue().isBlank()) {
            throw Refused.parameter(name, "It is a text.");
        }
        return field.stringValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode field = body.path(name);
        if (!field.isMissingNode() && !field.isBoolean()) {
            throw Refused.parameter(name, "It is true or false.");
        }
        return field.isMissingNode() ? otherwise : field.booleanValue();
    }

    List<String> texts(String name) {
        JsonNode field = body.path(name);
        List<String> texts = new ArrayList<>();
        if (!field.isMissingNode() && !field.isArray()) {
            throw Refused.parameter(name, "It is a list of texts.");
        }
        for (JsonNode each : field) {
            if (!each.isString()) {
                throw Refused.parameter(name, "It is a list of texts.");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    Set<Map.Entry<String, JsonNode>> object(String name) {
        JsonNode field = body.path(name);
        if (!field.isMissingNode() && !field.isObject()) {
            throw Refused.parameter(name, "It is an object.");
        }
        return field.isMissingNode() ? Set.of() : field.properties();
    }
}
