package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.analytics.Operations;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an owner reads off how the team deals with those who write. */
@Requirement({"CAP-11", "CTX-3"})
abstract class OperationRules extends StorageRules {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final Content ANSWER = Content.of("text", "Buenas", "{}");
    private static final Identifier CARLA = Identifier.phone("5491150000003");
    private static final Identifier DIEGO = Identifier.phone("5491150000004");
    private static final Identifier ELENA = Identifier.phone("5491150000005");

    OperationRules(StorageUnderTest under) {
        super(under);
    }

    private static MessageEvent answered(Identifier who, Author by, Instant at) {
        return MessageEvent.sent(ref(by + "-" + who.value() + at), Party.of(who), by, at, ANSWER);
    }

    private static MessageEvent asks(Identifier who, Instant at) {
        return said("q-" + who.value() + at, who, at);
    }

    private static HappeningEvent happens(Identifier who, EventKind kind, Instant at) {
        return happened(kind + who.value() + at, who, kind, at);
    }

    private static HappeningEvent rated(String id, Instant at, String score) {
        BigDecimal number = score.isEmpty() ? null : new BigDecimal(score);
        Content words = Content.of("feedback", "Muy bien", "{}");
        return new HappeningEvent(ref(id), Party.of(ANA), EventKind.FEEDBACK, at, words, number);
    }

    private static Operations march(CrmSession clinic) {
        return clinic.analytics().operations(MARCH, Period.ofMonths(1), 1).get(0);
    }

    private static List<InboundEvent> week() {
        return List.of(
                asks(ANA, minute(0)),
                answered(ANA, Author.BOT, minute(2)),
                asks(ANA, minute(9)),
                happens(ANA, EventKind.HANDED_TO_AGENT, minute(10)),
                answered(ANA, Author.BOT, minute(11)),
                answered(ANA, Author.AGENT, minute(25)),
                happens(ANA, EventKind.RESOLUTION_CONFIRMED, minute(40)),
                asks(BRUNO, hour(24)),
                answered(BRUNO, Author.BOT, hour(24).plusSeconds(4)),
                happens(BRUNO, EventKind.RESOLUTION_CONFIRMED, hour(25)),
                asks(CARLA, hour(48)),
                answered(CARLA, Author.AGENT, hour(49)),
                asks(DIEGO, hour(50)),
                answered(ELENA, Author.AGENT, hour(51)));
    }

    @Test
    void whoAnswersAndHowSoonIsToldOfTheBotAndOfAgents() {
        CrmSession clinic = clinic();
        List<InboundEvent> backwards = new ArrayList<>(week());
        Collections.reverse(backwards);
        backwards.forEach(clinic::capture);
        Operations march = march(clinic);
        assertThat(march.conversations()).isEqualTo(5);
        assertThat(march.asked()).isEqualTo(4);
        assertThat(march.unanswered()).isEqualTo(1);
        assertThat(march.byBot().count()).isEqualTo(2);
        assertThat(march.byBot().median()).contains(Duration.ofSeconds(4));
        assertThat(march.byBot().ninetieth()).contains(Duration.ofMinutes(2));
        assertThat(march.byAgent().count()).isEqualTo(1);
        assertThat(march.byAgent().median()).contains(Duration.ofHours(1));
        assertThat(march.botShare()).hasValue(0.25);
    }

    @Test
    void settledIsWhatTheCustomerConfirmed() {
        CrmSession clinic = clinic();
        clinic.capture(week());
        Operations march = march(clinic);
        assertThat(march.handover().median()).contains(Duration.ofMinutes(15));
        assertThat(march.resolution().count()).isEqualTo(2);
        assertThat(march.resolution().median()).contains(Duration.ofMinutes(40));
        assertThat(march.resolution().ninetieth()).contains(Duration.ofHours(1));
        assertThat(march.settledByBot()).isEqualTo(1);
        assertThat(march.settled()).hasValue(0.4);
        clinic.capture(happens(ANA, EventKind.ESCALATED, minute(50)));
        assertThat(march(clinic).resolution().count()).isEqualTo(1);
    }

    @Test
    void halfOfThemWaitNoLongerThanTheMedianAndNineOfTenNoLongerThanTheNinetieth() {
        CrmSession clinic = clinic();
        for (int minutes = 1; minutes <= 10; minutes++) {
            Identifier who = Identifier.phone("54911500001" + (10 + minutes));
            clinic.capture(asks(who, MONDAY), answered(who, Author.AGENT, minute(minutes)));
        }
        assertThat(march(clinic).byAgent().median()).contains(Duration.ofMinutes(5));
        assertThat(march(clinic).byAgent().ninetieth()).contains(Duration.ofMinutes(9));
    }

    @Test
    void aConversationIsOfTheDayItBeganOnTheTenantsCalendar() {
        CrmSession clinic = clinic();
        clinic.capture(
                asks(ANA, Instant.parse("2026-03-01T02:59:59Z")), asks(BRUNO, Instant.parse("2026-03-01T03:00:00Z")));
        clinic.capture(asks(CARLA, Instant.parse("2026-04-01T03:00:00Z")));
        List<Operations> months = clinic.analytics().operations(MARCH.minusMonths(1), Period.ofMonths(1), 2);
        assertThat(months).extracting(Operations::conversations).containsExactly(1, 1);
        assertThat(months).extracting(Operations::to).containsExactly(MARCH.minusDays(1), MARCH.plusDays(30));
    }

    @Test
    void feedbackIsCountedByScore() {
        CrmSession clinic = clinic();
        clinic.capture(
                rated("f0", MONDAY.minus(Duration.ofDays(9)), "1"),
                rated("f1", MONDAY, "5"),
                rated("f2", minute(1), "5"),
                rated("f3", minute(2), "4"),
                rated("f4", minute(3), ""));
        assertThat(march(clinic).feedback().count()).isEqualTo(4);
        assertThat(march(clinic).feedback().scores())
                .containsExactlyInAnyOrderEntriesOf(Map.of(new BigDecimal("4"), 1, new BigDecimal("5"), 2));
        assertThat(march(clinic).feedback().average()).contains(new BigDecimal("4.67"));
        clinic.capture(rated("f3", minute(4), "1"));
        assertThat(march(clinic).feedback().average()).contains(new BigDecimal("3.67"));
    }

    @Test
    void withoutConversationsThereIsNothingToTell() {
        Operations march = march(clinic());
        assertThat(march.conversations()).isZero();
        assertThat(march.byBot().median()).isEmpty();
        assertThat(march.botShare()).isEmpty();
        assertThat(march.feedback().average()).isEmpty();
    }
}
