package io.crmkit.example.spring;

import io.crmkit.export.ListsJson;
import io.crmkit.export.ListsReading;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SmartList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Criteria as smart lists write them. */
final class Criteria {
    private static final JsonMapper JSON = new JsonMapper();

    private Criteria() {}

    static Criterion of(JsonNode criterion) {
        ObjectNode list = JSON.createObjectNode();
        list.put("key", "asked");
        list.put("name", "asked");
        list.set("criterion", criterion);
        return lists(list).get(0).criterion();
    }

    /** One list, or a document of several. */
    static List<SmartList> lists(JsonNode said) {
        JsonNode document = said;
        if (!said.has("lists")) {
            ObjectNode one = JSON.createObjectNode();
            one.putArray("lists").add(said);
            document = one;
        }
        ListsReading reading = ListsJson.read(JSON.writeValueAsString(document));
        if (reading instanceof ListsReading.Refused refused) {
            throw Refused.body(refused.mistake().toString());
        }
        return ((ListsReading.Lists) reading).lists();
    }

    /** As it is written, to stand in an answer. */
    static JsonNode written(SmartList list) {
        return JSON.readTree(ListsJson.write(List.of(list)))
                .path("lists")
                .path(0)
                .path("criterion");
    }
}
