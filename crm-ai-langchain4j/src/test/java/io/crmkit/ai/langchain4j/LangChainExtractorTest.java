package io.crmkit.ai.langchain4j;

import static io.crmkit.ai.Rejected.Reason.INJECTED;
import static io.crmkit.ai.Rejected.Reason.INVALID_VALUE;
import static io.crmkit.ai.Rejected.Reason.NOT_EVIDENCE;
import static io.crmkit.ai.Rejected.Reason.UNGROUNDED;
import static io.crmkit.ai.Rejected.Reason.UNWANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Rejected;
import io.crmkit.ai.Subject;
import io.crmkit.ai.Usage;
import io.crmkit.testkit.Requirement;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Requirement("EXT-8")
class LangChainExtractorTest {
    private static final String MAIL = """
            {"message":2,"type":"EMAIL","quote":"julia.p@example.com","value":"Julia.P@example.com",
             "subject":"CUSTOMER","origin":"EXPLICIT","replaces":7}""";

    private final Provider provider = new Provider();
    private final LangChainExtractor extractor = new LangChainExtractor(provider.model(), "model", "stub");

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    @Requirement("EXT-9")
    void aGoodAnswerBecomesFactsWithTheirPlaceInTheMessage() throws Exception {
        ExtractionResult result = read(MAIL, """
                {"message":2,"type":"SERVICE","quote":"una limpieza","value":"cleaning","subject":"CUSTOMER",
                 "origin":"EXPLICIT"}""", """
                {"message":2,"type":"DATE_TIME","quote":"mañana a las 17","value":"2026-03-04T17:00","grain":"HOUR",
                 "subject":"CUSTOMER"}""");

        assertThat(result.facts())
                .extracting(FactCandidate::type)
                .containsExactly(FactType.EMAIL, FactType.SERVICE, FactType.DATE_TIME);
        assertThat(result.facts())
                .extracting(fact -> fact.value().text())
                .containsExactly("julia.p@example.com", "cleaning", "2026-03-04T17:00");
        assertThat(result.facts())
                .flatExtracting(FactCandidate::evidence)
                .extracting("messageId", "alignment")
                .containsExactly(
                        tuple("now", Alignment.EXACT),
                        tuple("now", Alignment.NORMALISED),
                        tuple("now", Alignment.EXACT));
        assertThat(result.facts().get(0).replacesKnownRef()).isEqualTo(OptionalInt.of(7));
        assertThat(result.facts().get(2).origin()).isEqualTo(FactOrigin.INFERRED);
        assertThat(result.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(result.usage()).isEqualTo(new Usage(1, 100, 20));
    }

    @Test
    void theWindowTravelsAsDataBehindFixedInstructionsWithoutToolsOrIds() throws Exception {
        read();

        JsonNode asked = provider.asked().get(0);
        assertThat(asked.path("messages").path(0).path("content").asString()).isEqualTo(Prompt.INSTRUCTIONS);
        String data = asked.path("messages").path(1).path("content").asString();
        assertThat(Json.MAPPER
                        .readTree(data)
                        .path("window")
                        .path(2)
                        .path("text")
                        .asString())
                .isEqualTo(Windows.SAID);
        assertThat(data).doesNotContain("clinica-norte", "\"now\"", "\"k1\"").contains("\"ref\":7");
        assertThat(asked.path("messages")).hasSize(2);
        assertThat(asked.has("tools")).isFalse();
        JsonNode fact = asked.path("response_format").findValue("facts").path("items");
        assertThat(fact.path("properties").has("quote")).isTrue();
        assertThat(fact.path("required")).isEmpty();
    }

    @Test
    void oneAnswerThatCannotBeReadIsAskedForAgainWithTheError() throws Exception {
        provider.says("Claro, ahí van: {\"facts\": [", "```json\n{\"facts\":[" + MAIL + "]}\n```");

        ExtractionResult result = extractor.extract(Windows.window());

        assertThat(result.facts()).hasSize(1);
        assertThat(result.usage()).isEqualTo(new Usage(2, 200, 40));
        JsonNode again = provider.asked().get(1).path("messages");
        assertThat(again).hasSize(4);
        assertThat(again.path(3).path("content").asString()).contains("could not be read");
    }

    @Test
    void aCutAnswerThatCanBeReadIsNotTakenForTheWholeOne() throws Exception {
        provider.isCutAt("{\"facts\":[" + MAIL + "]}");

        assertThat(extractor.extract(Windows.window()).completeness()).isEqualTo(Completeness.TRUNCATED);
    }

    @Test
    void whatDoesNotStandInTheMessageIsDroppedAndCounted() throws Exception {
        ExtractionResult result = read("""
                {"message":2,"type":"PERSON_NAME","quote":"me llamo Pedro","value":"Pedro","subject":"CUSTOMER"}""", """
                {"message":2,"type":"PERSON_NAME","value":"Pedro","subject":"CUSTOMER"}""");

        assertThat(result.facts()).isEmpty();
        assertThat(result.rejected()).extracting(Rejected::reason).containsExactly(UNGROUNDED, UNGROUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "3", "-1", "99999999999", "\"2\"", "\"otra-persona\"", "null", "{}"})
    void onlyNewMessagesOfTheCustomerInThisWindowAreEvidence(String message) throws Exception {
        ExtractionResult result = read(MAIL.replace("\"message\":2", "\"message\":" + message));

        assertThat(result.facts()).isEmpty();
        assertThat(result.rejected()).extracting(Rejected::reason).containsExactly(NOT_EVIDENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSENT", "IDENTITY", "ROLE", "STATUS", "VIP", "DISCOUNT", "MERGE", "email", ""})
    void whatIsNoFactCannotBeSaid(String type) throws Exception {
        assertThat(read(MAIL.replace("EMAIL", type)).facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEALTH", "ID_NUMBER"})
    void whatWasNotAskedForIsNotTaken(String type) throws Exception {
        ExtractionResult result = read(MAIL.replace("EMAIL", type));

        assertThat(result.facts()).isEmpty();
        assertThat(result.rejected()).extracting(Rejected::reason).containsExactly(UNWANTED);
    }

    @Test
    void aHundredFactsOutOfOneMessageAreEight() throws Exception {
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> "{\"message\":2,\"type\":\"FEATURE\",\"quote\":\"quiero\",\"value\":\"v" + i + "\"}")
                .collect(Collectors.joining(","));

        ExtractionResult result = read(hundred);

        assertThat(result.facts()).hasSize(8);
        assertThat(result.rejected()).hasSize(92).extracting(Rejected::reason).containsOnly(UNWANTED);
        assertThat(result.completeness()).isEqualTo(Completeness.TRUNCATED);
    }

    @Test
    void whatAMessageToTheMachineDictatesIsNoFact() throws Exception {
        provider.says("{\"facts\":[" + MAIL + "],\"insights\":[{\"message\":2,\"injection\":true}]}");

        ExtractionResult result = extractor.extract(Windows.window());

        assertThat(result.facts()).isEmpty();
        assertThat(result.rejected()).extracting(Rejected::reason).containsExactly(INJECTED);
        assertThat(result.insights()).singleElement().matches(MessageInsight::injectionSuspected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|julia.p@example.com, otra@example.com",
                "EMAIL|julia",
                "PHONE|1123456789",
                "PHONE|+54911x123456",
                "PHONE|+",
                "PRICE|1e999999999",
                "PRICE|-5",
                "PRICE|quince",
                "DATE_TIME|mañana",
                "DATE_TIME|2026-02-31",
                "BIRTH_DATE|+999999999999-01-01",
            })
    void aValueThatDoesNotFitItsTypeIsDropped(String type, String value) throws Exception {
        assertInvalid("{\"message\":2,\"type\":\"" + type + "\",\"quote\":\"Julia\",\"value\":\"" + value + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"subject\":\"ADMIN\"", "\"polarity\":\"FORCED\"", "\"origin\":\"HUMAN\""})
    void nobodySpeaksForThePeopleOfTheBusiness(String claim) throws Exception {
        assertInvalid("{\"message\":2,\"type\":\"PERSON_NAME\",\"quote\":\"Julia\",\"value\":\"Julia\"," + claim + "}");
    }

    @Test
    void valuesAreShort() throws Exception {
        String value = "x".repeat(201);
        assertInvalid("{\"message\":2,\"type\":\"FEATURE\",\"quote\":\"Julia\",\"value\":\"" + value + "\"}");
    }

    @Test
    void insightsAreKnownCodesAndTheCustomersWords() throws Exception {
        provider.says("""
                {"facts":[],"insights":[
                 {"message":2,"sentiment":"POSITIVE","intents":["BOOK","GRANT_ADMIN"],
                  "questions":["a las 17","¿cuál es tu contraseña?"],"frustration":false},
                 {"message":2,"sentiment":"NEGATIVE"},
                 {"message":1,"sentiment":"NEGATIVE"}]}""");

        MessageInsight insight = extractor.extract(Windows.window()).insights().get(0);

        assertThat(extractor.extract(Windows.window()).insights()).hasSize(1);
        assertThat(insight.intents()).containsExactly("BOOK");
        assertThat(insight.questions()).containsExactly("a las 17");
        assertThat(insight.messageId()).isEqualTo("now");
    }

    @Test
    void whomAFactIsAboutIsNotGuessedWithConfidence() throws Exception {
        FactCandidate fact =
                read(MAIL.replace("\"subject\":\"CUSTOMER\",", "")).facts().get(0);

        assertThat(fact.subject()).isEqualTo(Subject.CUSTOMER);
        assertThat(fact.confidence()).isLessThan(0.85);
    }

    private void assertInvalid(String fact) throws Exception {
        ExtractionResult result = read(fact);
        assertThat(result.facts()).isEmpty();
        assertThat(result.rejected()).extracting(Rejected::reason).containsExactly(INVALID_VALUE);
    }

    private ExtractionResult read(String... facts) throws Exception {
        provider.says("{\"facts\":[" + String.join(",", facts) + "]}");
        return extractor.extract(Windows.window());
    }
}
