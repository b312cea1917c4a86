package io.crmkit.whatsapp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields that may be missing, null or of another type than announced; never throws. */
final class Fields {
    private Fields() {}

    /** The first of these fields that holds a text, or a whole number as text; null if none does. */
    static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node.path(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode field) {
        if (field.isString()) {
            String text = field.stringValue("");
            return text.isBlank() ? null : Text.clean(text);
        }
        return field.isIntegralNumber() ? field.bigIntegerValue().toString() : null;
    }

    static String text(JsonNode node, String name, String otherwise) {
        String text = text(node, name);
        return text == null ? otherwise : text;
    }

    /** The first of these fields that holds an id of at most so many characters. */
    static @Nullable String id(JsonNode node, int longest, String... names) {
        for (String name : names) {
            String text = text(node.path(name));
            if (text != null && Text.isId(text, longest)) {
                return text;
            }
        }
        return null;
    }

    /** The items of a list; none if it is no list. */
    static List<JsonNode> items(JsonNode node, String name) {
        JsonNode list = node.path(name);
        return list.isArray() ? new ArrayList<>(list.values()) : List.of();
    }

    static boolean yes(JsonNode node, String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue(false);
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
