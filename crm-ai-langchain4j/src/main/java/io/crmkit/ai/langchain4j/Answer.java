package io.crmkit.ai.langchain4j;

import io.crmkit.ai.Usage;
import tools.jackson.databind.JsonNode;

/** What the model said in the end, as JSON with a list of facts, and what it took. */
record Answer(JsonNode json, boolean cut, Usage usage) {
    /** Without the answer, which is personal. */
    @Override
    public String toString() {
        return "Answer[" + usage + "]";
    }
}
