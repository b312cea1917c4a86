package io.crmkit.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmkit.ai.FactValue.Moment.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtractionTypesTest {
    private static final Evidence EVIDENCE = new Evidence("m1", 4, 9, "Marta", Alignment.EXACT);
    private static final FactValue NAME = new FactValue.Text("Marta");

    @Test
    void aFactWithoutEvidenceDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact(FactOrigin.EXPLICIT, 0.9, List.of()))
                .withMessageContaining("evidence");
    }

    @Test
    void noExtractorSpeaksForAPerson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact(FactOrigin.HUMAN, 0.9, List.of(EVIDENCE)))
                .withMessageContaining("HUMAN");
    }

    @Test
    void confidenceIsAShareOfOne() {
        assertThat(fact(FactOrigin.EXPLICIT, 1, List.of(EVIDENCE)).confidence()).isEqualTo(1);
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> fact(FactOrigin.EXPLICIT, wrong, List.of(EVIDENCE)));
        }
    }

    @Test
    void evidenceIsAStretchOfText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence("m1", 4, 4, "x", Alignment.EXACT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence("m1", -1, 4, "x", Alignment.EXACT));
    }

    @Test
    void aWindowHoldsSomethingNewAndNothingTwice() {
        WindowMessage old = message("m1", WindowRole.CONTEXT);
        WindowMessage fresh = message("m2", WindowRole.NEW);

        assertThat(request(List.of(old, fresh)).window()).containsExactly(old, fresh);
        assertThatIllegalArgumentException().isThrownBy(() -> request(List.of(old)));
        assertThatIllegalArgumentException().isThrownBy(() -> request(List.of(fresh, fresh)));
    }

    @Test
    void everyValueHasOneCanonicalText() {
        LocalDateTime monday = LocalDateTime.of(2026, 3, 9, 0, 0);
        assertThat(new FactValue.Money(new BigDecimal("15000.00"), "ARS").text())
                .isEqualTo("ARS 15000");
        assertThat(moment(monday, null, Grain.DAY)).isEqualTo("2026-03-09");
        assertThat(moment(monday, monday.plusWeeks(1), Grain.WEEK)).isEqualTo("2026-03-09/2026-03-15");
        assertThat(moment(monday, FactValue.Moment.OPEN, Grain.DAY)).isEqualTo("2026-03-09/..");
        assertThat(moment(monday.withHour(17), null, Grain.HOUR)).isEqualTo("2026-03-09T17:00");
        assertThat(moment(monday.withHour(12), monday.withHour(19), Grain.DAY_PART))
                .isEqualTo("2026-03-09TAF");
        assertThat(new FactValue.TimeOfDay(LocalTime.of(17, 30), null, true).text())
                .isEqualTo("17:30");
        assertThat(new FactValue.TimeOfDay(LocalTime.of(19, 0), LocalTime.MIDNIGHT, false).text())
                .isEqualTo("TNI");
    }

    private static String moment(LocalDateTime start, LocalDateTime end, Grain grain) {
        return new FactValue.Moment(start, end, grain, false).text();
    }

    @Test
    void valuesHaveTheFormOfTheirType() {
        LocalDateTime noon = LocalDateTime.of(2026, 3, 12, 12, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> new FactValue.Phone("1155550101"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FactValue.Mail("marta@"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FactValue.Money(BigDecimal.TEN, "$"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FactValue.Score(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FactValue.Moment(noon, noon, FactValue.Moment.Grain.HOUR, false));
    }

    @Test
    void nothingPrintsWhatACustomerSaid() {
        assertThat(List.of(
                        EVIDENCE,
                        NAME,
                        message("m1", WindowRole.NEW),
                        fact(FactOrigin.EXPLICIT, 0.9, List.of(EVIDENCE)),
                        new KnownFact(0, FactType.PERSON_NAME, "Marta", NAME, FactOrigin.EXPLICIT),
                        new MessageInsight(
                                "m1", Sentiment.NEUTRAL, Set.of("BOOK"), List.of("¿Marta?"), false, false, 0.5),
                        new FactValue.Phone("+5491155550101"),
                        new FactValue.Mail("marta@example.org")))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("Marta") || text.contains("marta") || text.contains("5555"));
    }

    private static FactCandidate fact(FactOrigin origin, double confidence, List<Evidence> evidence) {
        return new FactCandidate(
                FactType.PERSON_NAME,
                "Marta",
                NAME,
                Subject.CUSTOMER,
                "",
                Polarity.ASSERTED,
                origin,
                confidence,
                Sensitivity.ORDINARY,
                evidence,
                OptionalInt.empty());
    }

    private static WindowMessage message(String id, WindowRole role) {
        return new WindowMessage(id, Author.CUSTOMER, ContentKind.TEXT, Instant.EPOCH, "soy Marta", "h", role);
    }

    private static ExtractionRequest request(List<WindowMessage> window) {
        BusinessContext business =
                new BusinessContext("AR", "11", "ARS", List.of(), List.of(), List.of(), List.of(), "h1");
        return new ExtractionRequest(
                "clinic",
                "c1",
                "v1",
                window,
                List.of(),
                business,
                new Locale("es", "AR"),
                ZoneOffset.UTC,
                Set.of(FactType.PERSON_NAME),
                ExtractionBudget.DEFAULT);
    }
}
