package io.crmkit.ai.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.NonRetriableExtractionException;
import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("EXT-9")
class UnavailableModelTest {
    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void anOverloadedProviderIsAskedAgainLater(int status) {
        provider.fails(status, "{\"error\":{\"message\":\"julia.p@example.com\"}}");

        ExtractionUnavailableException refusal = refusal(provider.model(), Windows.window());
        assertThat(refusal).isInstanceOf(RetriableExtractionException.class).hasNoCause();
        assertThat(refusal.toString()).doesNotContain("julia");
        assertThat(provider.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Please try again in 20s.,20000",
        "try again in 1m2.5s,62500",
        "try again in 340ms.,340",
        "try again in 99999999h,3600000",
        "try again in 1.2.3s,0",
        "try again in a while,0",
        "slow down,0"
    })
    void theTimeToWaitIsThatWhichTheProviderTells(String told, long millis) {
        provider.fails(429, "{\"error\":{\"message\":\"Rate limit reached. " + told + "\"}}");

        RetriableExtractionException refusal =
                (RetriableExtractionException) refusal(provider.model(), Windows.window());
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void aWrongKeyOrAnUnknownModelIsForTheOperator(int status) {
        provider.fails(status, "{\"error\":{\"message\":\"no\"}}");

        assertThat(refusal(provider.model(), Windows.window())).isInstanceOf(NonRetriableExtractionException.class);
    }

    @Test
    void aModelThatTakesTooLongIsLeft() {
        provider.hangs();
        ExtractionBudget brief = new ExtractionBudget(8, 200, 20_000, Duration.ofMillis(300));

        assertThat(refusal(provider.model(), Windows.window(brief))).isInstanceOf(RetriableExtractionException.class);
    }

    @Test
    void theTimeoutOfTheModelItselfIsNoOtherCase() {
        provider.hangs();
        OpenAiChatModel hasty = OpenAiChatModel.builder()
                .baseUrl(provider.address())
                .apiKey("key")
                .modelName("stub")
                .maxRetries(0)
                .timeout(Duration.ofMillis(300))
                .build();

        assertThat(refusal(hasty, Windows.window())).isInstanceOf(RetriableExtractionException.class);
    }

    @Test
    void nobodyThereIsAskedAgainLater() {
        provider.close();

        assertThat(refusal(provider.model(), Windows.window())).isInstanceOf(RetriableExtractionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No puedo ayudarte con eso.", "{}", "{\"facts\":7}", "[]", "{\"facts\":[{\"message\":"})
    void garbageTwiceIsNotTakenForNothingFound(String garbage) {
        provider.says(garbage);

        ExtractionUnavailableException refusal = refusal(provider.model(), Windows.window());
        assertThat(refusal).isInstanceOf(RetriableExtractionException.class);
        assertThat(provider.asked()).hasSize(2);
    }

    @Test
    void withoutTokensNoModelIsAsked() {
        ExtractionBudget none = new ExtractionBudget(8, 200, 0, Duration.ofSeconds(30));

        assertThat(refusal(provider.model(), Windows.window(none))).isInstanceOf(NonRetriableExtractionException.class);
        assertThat(provider.asked()).isEmpty();
    }

    private static ExtractionUnavailableException refusal(OpenAiChatModel model, ExtractionRequest window) {
        LangChainExtractor extractor = new LangChainExtractor(model, "model", "stub");
        return catchThrowableOfType(ExtractionUnavailableException.class, () -> extractor.extract(window));
    }
}
