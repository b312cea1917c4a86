package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.TimeOfDay;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Support;
import io.crmkit.interaction.InteractionId;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sealed of facts comes out as it went in. */
@Requirement("EXT-5")
class FactCodecTest {
    private static final InteractionId MESSAGE = new InteractionId(new UUID(1, 2));
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);

    /** Of each form at least one. */
    private static final List<FactValue> VALUES = List.of(
            new FactValue.Text("a la mañana"),
            new FactValue.Code("cleaning"),
            new FactValue.Money(new BigDecimal("1000.50"), "ARS"),
            new FactValue.Phone("+5491155550101"),
            new FactValue.Mail("ana@example.com"),
            new Moment(NOON, null, Moment.Grain.MINUTE, true),
            new Moment(NOON, NOON.plusDays(1), Moment.Grain.DAY, false),
            new TimeOfDay(LocalTime.NOON, null, false),
            new TimeOfDay(LocalTime.NOON, LocalTime.MIDNIGHT, true),
            new FactValue.Score(0.25));

    @Test
    void everyFormOfValueIsReadBackAndTellsItselfApart() {
        assertThat(VALUES.stream().map(Object::getClass).distinct())
                .hasSameSizeAs(FactValue.class.getPermittedSubclasses());
        Fact fact = Samples.fact(MESSAGE);
        for (FactValue value : VALUES) {
            Matter m = fact.matter();
            Matter matter = new Matter(m.type(), m.key(), value, m.subject(), m.relation());
            Fact other = new Fact(
                    fact.id(),
                    matter,
                    fact.sensitivity(),
                    fact.decisions(),
                    fact.support(),
                    fact.standing(),
                    fact.recordedAt(),
                    fact.retractedAt());
            FactCodec.Body body = FactCodec.decode(FactType.PRICE, FactCodec.encode(other));
            assertThat(body)
                    .isEqualTo(new FactCodec.Body(
                            matter,
                            fact.sensitivity(),
                            fact.decisions(),
                            fact.standing().confidence()));
        }
        assertThat(VALUES.stream()
                        .map(value -> new Matter(FactType.PRICE, "", value, Subject.CUSTOMER, "").canonical())
                        .distinct())
                .hasSameSizeAs(VALUES);
    }

    @Test
    void supportAndInsightAreReadBack() {
        Support support = Samples.fact(MESSAGE).support().get(0);
        assertThat(FactCodec.support(
                        MESSAGE, support.start(), support.end(), support.extractor(), FactCodec.encode(support)))
                .isEqualTo(support);
        MessageInsight insight = new MessageInsight(
                MESSAGE.toString(), Sentiment.MIXED, Set.of("BOOK", "PRICE"), List.of("¿cuánto?"), true, false, 0.7);
        assertThat(FactCodec.insight(MESSAGE, FactCodec.encode(insight))).isEqualTo(insight);
    }
}
