package io.crmkit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An object of a JSON document. */
public record Json(Map<String, @Nullable Object> members) {
    private static final JsonFactory FACTORY = new JsonFactory();

    public static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            if (value(parser) instanceof Json object) {
                return object;
            }
            throw new IllegalArgumentException("no JSON object");
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Json object(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json(members);
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    public String text(String name) {
        Object value = members.get(name);
        return value == null ? "" : value.toString();
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean is(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    public Json object(String name) {
        return members.get(name) instanceof Json object ? object : new Json(Map.of());
    }

    public List<Json> objects(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Json.class::isInstance)
                        .map(Json.class::cast)
                        .toList()
                : List.of();
    }

    public List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
