package io.crmkit.whatsapp;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON within limits, read and written so that nothing of it is lost. */
final class Json {
    /**
     * Limits that the largest legal body keeps. A shared vCard carries its photo in one string; three megabytes of an
     * imported history of short messages have about 330,000 tokens.
     */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(3_670_016)
            .maxNestingDepth(50)
            .maxTokenCount(400_000)
            .maxStringLength(1_000_000)
            .maxNameLength(1_000)
            .maxNumberLength(100)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // A price of 12.30 stays 12.30.
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** Empty if it is no JSON, or beyond the limits. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            return present(MAPPER.readTree(body));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    /** Empty if it is no JSON, or beyond the limits. */
    static Optional<JsonNode> read(String text) {
        try {
            return present(MAPPER.readTree(text));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The node's JSON; half characters, which no encoding can store, stay escaped. */
    static String write(JsonNode node) {
        String json = MAPPER.writeValueAsString(node);
        return Text.wellFormed(json) ? json : escaped(json);
    }

    private static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 60);
        for (int i = 0; i < json.length(); i++) {
            if (Text.lone(json, i)) {
                out.append("\\u").append(Integer.toHexString(json.charAt(i)));
            } else {
                out.append(json.charAt(i));
            }
        }
        return out.toString();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
