package io.crmkit.clinic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The same document at a later time: its times are moved, whatever its texts say of time is not. */
final class Later {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SECONDS = Set.of("timestamp", "expiration_timestamp");
    private static final Set<String> TIMES = Set.of("at", "start");

    private final Duration by;

    private Later(Duration by) {
        this.by = by;
    }

    /** What is no JSON is as it was. */
    static byte[] by(Duration by, byte[] document) {
        try {
            JsonNode tree = JSON.readTree(document);
            new Later(by).move(tree);
            return JSON.writeValueAsBytes(tree);
        } catch (JacksonException notJson) {
            return document;
        }
    }

    private void move(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String moved = moved(field.getKey(), field.getValue());
                if (moved != null) {
                    field.setValue(StringNode.valueOf(moved));
                } else {
                    move(field.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::move);
        }
    }

    /** Null if it is no time. */
    private @Nullable String moved(String name, JsonNode value) {
        try {
            if (value.isString() && SECONDS.contains(name)) {
                long seconds = Long.parseLong(value.stringValue());
                return Long.toString(Instant.ofEpochSecond(seconds).plus(by).getEpochSecond());
            }
            return value.isString() && TIMES.contains(name) ? time(value.stringValue()) : null;
        } catch (DateTimeException | NumberFormatException noTime) {
            return null;
        }
    }

    /** A time without an offset is one of the clinic's. */
    private String time(String time) {
        Temporal said =
                (Temporal) DateTimeFormatter.ISO_DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
        return said.plus(by).toString();
    }
}
