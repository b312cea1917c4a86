package io.crmkit.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells why a record does not fit the published schema, as far as that schema uses JSON Schema. */
final class SchemaCheck {
    private static final Map<?, ?> SCHEMA = (Map<?, ?>) Objects.requireNonNull(tree(resource()));

    private SchemaCheck() {}

    /** Empty if there is nothing. */
    static String problem(String record) {
        return problem(SCHEMA, tree(record), "");
    }

    private static String resource() {
        try (InputStream in = ArchiveJson.class.getResourceAsStream("crm-archive-2.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable Object tree(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return JsonTree.read(parser);
        }
    }

    private static String problem(Map<?, ?> schema, @Nullable Object value, String at) {
        Object ref = schema.get("$ref");
        if (ref instanceof String name) {
            Map<?, ?> all = (Map<?, ?>) Objects.requireNonNull(SCHEMA.get("$defs"));
            String last = name.substring(name.lastIndexOf('/') + 1);
            return problem((Map<?, ?>) Objects.requireNonNull(all.get(last)), value, at);
        }
        if (schema.get("oneOf") instanceof List<?> choices) {
            long fitting = choices.stream()
                    .filter(each -> problem((Map<?, ?>) each, value, at).isEmpty())
                    .count();
            return fitting == 1 ? "" : at + " fits " + fitting;
        }
        if (schema.containsKey("const") && !Objects.equals(schema.get("const"), value)) {
            return at + " is another word";
        }
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            return at + " is none of the words";
        }
        return schema.get("type") instanceof String type ? ofType(type, schema, value, at) : "";
    }

    private static String ofType(String type, Map<?, ?> schema, @Nullable Object value, String at) {
        return switch (type) {
            case "string" ->
                value instanceof String text && formatted(schema.get("format"), text) ? "" : at + " is no text";
            // Negative zero is read as text.
            case "number" -> value instanceof BigDecimal || "-0.0".equals(value) ? "" : at + " is no number";
            case "integer" -> value instanceof BigDecimal number && number.scale() == 0 ? "" : at + " is not whole";
            case "boolean" -> value instanceof Boolean ? "" : at + " is neither true nor false";
            case "array" -> items(schema, value, at);
            default -> fields(schema, value, at);
        };
    }

    private static boolean formatted(@Nullable Object format, String text) {
        if ("date-time".equals(format)) {
            return Instant.parse(text).toString().equals(text);
        }
        return !"uuid".equals(format) || UUID.fromString(text).toString().equals(text);
    }

    private static String items(Map<?, ?> schema, @Nullable Object value, String at) {
        if (!(value instanceof List<?> list)) {
            return at + " is no list";
        }
        Map<?, ?> item = (Map<?, ?>) Objects.requireNonNull(schema.get("items"));
        return list.stream()
                .map(each -> problem(item, each, at + "[]"))
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String fields(Map<?, ?> schema, @Nullable Object value, String at) {
        if (!(value instanceof Map<?, ?> fields)) {
            return at + " is no object";
        }
        if (schema.get("required") instanceof List<?> required
                && !fields.keySet().containsAll(required)) {
            return at + " lacks one of " + required;
        }
        Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(schema.get("properties"));
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (!(properties.get(field.getKey()) instanceof Map<?, ?> property)) {
                return at + " has " + field.getKey();
            }
            String problem = problem(property, field.getValue(), at + "." + field.getKey());
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }
}
