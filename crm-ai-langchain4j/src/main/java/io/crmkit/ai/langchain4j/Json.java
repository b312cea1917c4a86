package io.crmkit.ai.langchain4j;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from the model. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final int LONGEST = 200_000;
    private static final int REASON = 200;

    private Json() {}

    /** The object in the answer, which many models put in a frame of words. */
    static JsonNode answer(@Nullable String text, boolean cut) throws UnreadableAnswer {
        String said = text == null ? "" : text;
        int from = said.indexOf('{');
        int to = said.lastIndexOf('}');
        if (from < 0 || to < from || said.length() > LONGEST) {
            throw new UnreadableAnswer(said, cut ? "it was cut off; answer shorter" : "it holds no JSON object");
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(said.substring(from, to + 1));
        } catch (JacksonException malformed) {
            String reason = malformed.getOriginalMessage();
            throw new UnreadableAnswer(
                    said,
                    cut ? "it was cut off; answer shorter" : reason.substring(0, Math.min(REASON, reason.length())));
        }
        if (!json.path("facts").isArray()) {
            throw new UnreadableAnswer(said, "it has no array \"facts\"");
        }
        return json;
    }

    /** A field in words; empty if it is missing, null or no scalar. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    /** A field that is a small number; -1 if it is not. */
    static int number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : -1;
    }
}
