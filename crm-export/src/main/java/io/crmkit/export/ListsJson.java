package io.crmkit.export;

import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Smart lists as JSON: {@code {"version": 1, "lists": [{"key": …, "name": …, "criterion": {…}}]}}, as the schema in
 * {@code io/crmkit/export/lists.schema.json} says.
 *
 * @since 0.1
 */
public final class ListsJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private ListsJson() {}

    /**
     * Reads lists.
     *
     * @param in UTF-8, at most a megabyte; read to its end
     */
    public static ListsReading read(InputStream in) {
        try {
            return new ListsReading.Lists(lists(JsonNodes.read(in)));
        } catch (Mistaken mistaken) {
            return new ListsReading.Refused(mistaken.mistake());
        }
    }

    /** Reads lists. */
    public static ListsReading read(String json) {
        try {
            return new ListsReading.Lists(lists(JsonNodes.read(json)));
        } catch (Mistaken mistaken) {
            return new ListsReading.Refused(mistaken.mistake());
        }
    }

    private static List<SmartList> lists(JsonNode root) {
        root.object("version", "lists");
        JsonNode version = root.optional("version");
        if (version != null) {
            version.whole(CriterionReader.VERSION, CriterionReader.VERSION);
        }
        List<SmartList> lists = new ArrayList<>();
        Set<SegmentKey> keys = new HashSet<>();
        for (JsonNode each : root.get("lists").list()) {
            each.object("key", "name", "criterion");
            SegmentKey key = CriterionReader.key(each.get("key"));
            if (!keys.add(key)) {
                throw each.get("key").mistake("Two lists have this key", "Give each a key of its own");
            }
            JsonNode name = each.get("name");
            var criterion = new CriterionReader().read(each.get("criterion"));
            lists.add(name.made(
                    node -> new SmartList(key, node.text(), criterion), "Write a name of 1 to 100 characters"));
        }
        return lists;
    }

    /** Writes lists. */
    public static String write(List<SmartList> lists) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("version", CriterionReader.VERSION);
            json.writeArrayPropertyStart("lists");
            for (SmartList list : lists) {
                json.writeStartObject();
                json.writeStringProperty("key", list.key().value());
                json.writeStringProperty("name", list.name());
                json.writeName("criterion");
                new CriterionWriter(json).write(list.criterion());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
