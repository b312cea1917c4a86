package io.crmkit.ai.langchain4j;

import io.crmkit.ai.FactExtractor;
import io.crmkit.testkit.ExtractorContract;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract, over a model that cites every address it sees, whoever wrote it and wherever it stands. */
class LangChainExtractorContractTest extends ExtractorContract {
    private static final List<String> TO_THE_MACHINE = List.of("ignor", "reglas", "system:", "instruç");
    private static final List<String> RELATIVES = List.of("marido", "hija", "daughter");

    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    @Override
    protected FactExtractor extractor() {
        provider.reads(LangChainExtractorContractTest::credulously);
        return new LangChainExtractor(provider.model(), "model", "stub");
    }

    @Override
    protected Optional<FactExtractor> unavailable() {
        Provider gone = new Provider();
        gone.close();
        return Optional.of(new LangChainExtractor(gone.model(), "model", "stub"));
    }

    private static String credulously(String data) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putArray("facts");
        answer.putArray("insights");
        for (JsonNode message : Json.MAPPER.readTree(data).path("window")) {
            String text = message.path("text").asString();
            boolean injected = TO_THE_MACHINE.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
            ObjectNode insight = answer.withArray("insights").addObject();
            insight.put("message", message.path("message").intValue()).put("injection", injected);
            for (String word : text.split(" ", -1)) {
                String subject = RELATIVES.stream().anyMatch(text::contains) ? "THIRD_PARTY" : "CUSTOMER";
                String type = word.contains("@") ? "EMAIL" : word.contains("Clara") ? "PERSON_NAME" : "";
                if (!type.isEmpty()) {
                    ObjectNode fact = answer.withArray("facts").addObject();
                    fact.put("message", message.path("message").intValue());
                    fact.put("type", type).put("quote", word.replace(",", ""));
                    fact.put("value", word.replace(",", "")).put("subject", subject);
                    fact.put("origin", "EXPLICIT");
                }
            }
        }
        return answer.toString();
    }
}
