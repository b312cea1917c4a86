package io.crmkit.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One record as maps, lists, texts, numbers and truth values; refused once it is larger than anything we wrote. */
final class JsonTree {
    /** Characters of all texts of a record. */
    private static final int MOST = 64 << 20;

    private final JsonParser parser;
    private long left = MOST;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that begins at the current token. */
    static @Nullable Object read(JsonParser parser) {
        return new JsonTree(parser).value(parser.currentToken());
    }

    private @Nullable Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> counted(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** No decimal is a negative zero, which some degrees are. */
    private Object number() {
        BigDecimal number = parser.getDecimalValue();
        return number.signum() == 0 && parser.getString().startsWith("-") ? "-0.0" : number;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = counted(parser.currentName());
            fields.put(name, value(parser.nextToken()));
        }
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private String counted(String text) {
        left -= text.length() + 32;
        if (left < 0) {
            throw new Malformed("", "The record is longer than 64 million characters");
        }
        return text;
    }
}
