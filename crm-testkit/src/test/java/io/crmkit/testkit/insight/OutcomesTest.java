package io.crmkit.testkit.insight;

import static io.crmkit.testkit.insight.Salon.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.NonRetriableExtractionException;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import io.crmkit.ai.Usage;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.insight.Outcome;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What comes of extraction has a name and is counted, so that a host can show and watch it. */
@Requirement("EXT-5")
class OutcomesTest {
    private static List<WindowMessage> fresh(ExtractionRequest request) {
        return request.window().stream()
                .filter(message -> message.role() == WindowRole.NEW)
                .toList();
    }

    /** Takes every message for the customer's name. */
    private static ExtractionResult names(ExtractionRequest request, Completeness completeness) {
        List<FactCandidate> names = fresh(request).stream()
                .map(message -> new FactCandidate(
                        FactType.PERSON_NAME,
                        "",
                        new FactValue.Text(message.text()),
                        Subject.CUSTOMER,
                        "",
                        Polarity.ASSERTED,
                        FactOrigin.EXPLICIT,
                        1,
                        Sensitivity.ORDINARY,
                        List.of(new Evidence(
                                message.id(), 0, message.text().length(), message.text(), Alignment.EXACT)),
                        OptionalInt.empty()))
                .toList();
        return new ExtractionResult(names, List.of(), completeness, Usage.NONE, List.of());
    }

    @Test
    void factsAreAddedCorroboratedSupersededPutInConflictAndIgnored() {
        Salon salon = new Salon(
                ExtractionSettings.DEFAULT, new Told(true, false, request -> names(request, Completeness.COMPLETE)));
        for (String name : List.of("Ana Paz", "Ana Paz", "Ana Ruiz")) {
            salon.hear(ANA, name);
            salon.work();
        }
        assertThat(salon.outcome(Outcome.READ)).isEqualTo(3);
        assertThat(salon.outcome(Outcome.ADDED)).isEqualTo(2);
        assertThat(salon.outcome(Outcome.CORROBORATED)).isEqualTo(1);
        assertThat(salon.outcome(Outcome.SUPERSEDED)).isEqualTo(1);
        salon.session.verdicts().state(salon.contact(ANA), FactType.PERSON_NAME, "", new FactValue.Text("Ana Ruiz"));
        salon.clock.advance(Duration.ofSeconds(1));
        salon.hear(ANA, "Eva");
        salon.work();
        assertThat(salon.outcome(Outcome.CONFLICTED)).isEqualTo(1);
        salon.hear(ANA, "Eva");
        salon.work();
        assertThat(salon.outcome(Outcome.IGNORED)).isZero();
        assertThat(salon.outcome(Outcome.RETRACTED)).isZero();
    }

    @Test
    void whatIsTooMuchForOneCallIsReadInSmallerOnesAndNothingIsSkipped() {
        Told easilyTired = new Told(
                true,
                false,
                request -> fresh(request).size() > 2
                        ? new ExtractionResult(
                                List.of(), List.of(), Completeness.BUDGET_EXHAUSTED, Usage.NONE, List.of())
                        : names(request, Completeness.COMPLETE));
        Salon salon = new Salon(ExtractionSettings.DEFAULT, easilyTired);
        salon.hear(ANA, "Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete");
        salon.work();
        assertThat(salon.session.facts(salon.contact(ANA))).hasSize(7);
        assertThat(salon.outcome(Outcome.EXHAUSTED)).isPositive();
        assertThat(salon.work()).isZero();
    }

    @Test
    void whoGivesUpOverASingleMessageIsNotAskedForItForever() {
        Told tired = new Told(true, false, request -> names(request, Completeness.BUDGET_EXHAUSTED));
        Salon salon = new Salon(ExtractionSettings.DEFAULT, tired);
        salon.hear(ANA, "Ana Paz");
        salon.work();
        assertThat(salon.session.facts(salon.contact(ANA))).hasSize(1);
        assertThat(salon.work()).isZero();
    }

    @Test
    void whyAWindowWaitsIsNamed() {
        RetriableExtractionException away = new RetriableExtractionException("429", Duration.ofMinutes(2));
        Salon down = new Salon(ExtractionSettings.DEFAULT, new Told(true, false, request -> {
            throw away;
        }));
        down.hear(ANA, "hola");
        down.work();
        assertThat(down.outcome(Outcome.AWAY)).isEqualTo(1);
        Salon garbled = new Salon(ExtractionSettings.DEFAULT, new Told(true, false, request -> {
            throw new NonRetriableExtractionException("garbage");
        }));
        garbled.hear(ANA, "hola");
        garbled.work();
        assertThat(garbled.outcome(Outcome.FAILED)).isEqualTo(1);
        Salon closed = new Salon(ExtractionSettings.DEFAULT, new Told(false, true, request -> Salon.NOTHING));
        closed.hear(ANA, "quería preguntar algo largo", "y otra cosa también larga");
        closed.clock.advance(Duration.ofHours(1));
        closed.work();
        assertThat(closed.outcome(Outcome.NOT_ALLOWED)).isEqualTo(1);
        Salon poor = new Salon(
                ExtractionSettings.DEFAULT.withDailyTokens(1), new Told(false, false, request -> Salon.NOTHING));
        poor.hear(ANA, "quería preguntar algo largo", "y otra cosa también larga");
        poor.clock.advance(Duration.ofHours(1));
        poor.work();
        assertThat(poor.outcome(Outcome.OVER_BUDGET)).isEqualTo(1);
    }
}
