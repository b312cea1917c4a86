package io.crmkit.export;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON document of at most a megabyte as nodes that know where they stand. */
final class JsonNodes {
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST)
                    .maxNestingDepth(60)
                    .maxStringLength(10_000)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonNodes() {}

    static JsonNode read(String text) {
        return read(JSON.createParser(ObjectReadContext.empty(), text));
    }

    static JsonNode read(InputStream in) {
        return read(JSON.createParser(ObjectReadContext.empty(), in));
    }

    /** What {@link JsonTree} read, as nodes. */
    static JsonNode of(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonNode> object = new LinkedHashMap<>();
            map.forEach((name, each) -> object.put(name.toString(), of(each, JsonNode.pointer(at, name.toString()))));
            return new JsonNode(at, object);
        } else if (value instanceof List<?> items) {
            List<JsonNode> list = new ArrayList<>();
            items.forEach(each -> list.add(of(each, at + "/" + list.size())));
            return new JsonNode(at, list);
        }
        return new JsonNode(at, value);
    }

    private static JsonNode read(JsonParser from) {
        try (from) {
            from.nextToken();
            JsonNode root = node(from, "");
            if (from.nextToken() != null) {
                throw new Mistaken("", "There is something behind the document", "End the file with its last }");
            }
            return root;
        } catch (JacksonException unreadable) {
            TokenStreamLocation where = unreadable.getLocation();
            String line = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw new Mistaken(
                    "",
                    "The document cannot be read" + line,
                    "Write JSON of at most a megabyte, nested at most 60 deep, every name once");
        }
    }

    private static JsonNode node(JsonParser from, String at) {
        return new JsonNode(at, value(from, at));
    }

    private static @Nullable Object value(JsonParser from, String at) {
        JsonToken token = from.currentToken();
        if (token == null) {
            throw new Mistaken(at, "The document is empty", "Write {\"lists\": […]}");
        }
        return switch (token) {
            case START_OBJECT -> object(from, at);
            case START_ARRAY -> list(from, at);
            case VALUE_STRING -> from.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(from, at);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Map<String, JsonNode> object(JsonParser from, String at) {
        Map<String, JsonNode> object = new LinkedHashMap<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            from.nextToken();
            object.put(name, node(from, JsonNode.pointer(at, name)));
        }
        return object;
    }

    private static List<JsonNode> list(JsonParser from, String at) {
        List<JsonNode> list = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(from, at + "/" + list.size()));
        }
        return list;
    }

    private static BigDecimal number(JsonParser from, String at) {
        BigDecimal number = new BigDecimal(from.getString());
        if (Math.abs(number.scale()) > LONGEST_NUMBER) {
            throw new Mistaken(at, "This number is too long", "Write at most " + LONGEST_NUMBER + " digits");
        }
        return number;
    }
}
