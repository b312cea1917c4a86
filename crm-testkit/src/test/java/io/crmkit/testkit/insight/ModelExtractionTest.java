package io.crmkit.testkit.insight;

import static io.crmkit.testkit.insight.Salon.ANA;
import static io.crmkit.testkit.insight.Salon.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.RetriableExtractionException;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A model is asked seldom, after things have settled, for no more than the tenant pays, and told nothing it need not know. */
@Requirement("EXT-9")
class ModelExtractionTest {
    private static final String[] TALK = {"Hola, quería saber por la tintura", "y también cuánto sale el corte"};

    private static Told model() {
        return new Told(false, false, request -> Salon.NOTHING);
    }

    @Test
    void aModelIsAskedWhenTheCustomerHasBeenQuietForAWhile() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.hear(ANA, TALK);
        salon.clock.advance(Duration.ofMinutes(9));
        salon.hear(ANA, "me olvidaba, también quería un peinado");
        salon.clock.advance(Duration.ofMinutes(9));
        salon.work();
        assertThat(salon.extractor.asked).isEmpty();
        salon.clock.advance(Duration.ofMinutes(1));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        assertThat(salon.extractor.asked.get(0).window()).hasSize(3).allMatch(m -> m.role() == WindowRole.NEW);
        salon.clock.advance(Duration.ofDays(1));
        assertThat(salon.work()).isZero();
    }

    @Test
    void whoNeverPausesIsReadAfterAnHour() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        int asked = 0;
        for (int i = 0; i < 11; i++) {
            salon.hear(ANA, "todavía estoy contando cosas " + i);
            salon.clock.advance(Duration.ofMinutes(6));
            salon.work();
            asked = salon.extractor.asked.size();
            assertThat(asked == 1).isEqualTo(i >= 9);
        }
    }

    @Test
    void manyMessagesAreNotWaitedFor() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.clock.advance(Duration.ofMinutes(1));
        salon.hear(ANA, "quería contarles algo largo");
        salon.clock.advance(Duration.ofMinutes(9));
        for (int i = 0; i < 12; i++) {
            salon.hear(ANA, "y otra cosa más por contar " + i);
        }
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
    }

    @Test
    void twelveMessagesAreReadAtOnce() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        for (int i = 0; i < 11; i++) {
            salon.hear(ANA, "y otra cosa más por contar " + i);
        }
        assertThat(salon.work()).isZero();
        salon.hear(ANA, "y con esto termino por hoy");
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        assertThat(salon.extractor.asked.get(0).window()).hasSize(12);
        salon.clock.advance(Duration.ofHours(2));
        assertThat(salon.work()).isZero();
    }

    @Test
    void aConversationThatSomebodyEndsIsReadAtOnce() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.hear(ANA, TALK);
        assertThat(salon.work()).isZero();
        salon.end(ANA);
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
    }

    @Test
    void whatWasTooLittleToReadDoesNotKeepLaterTalkFromBeingRead() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.hear(ANA, "hola");
        salon.clock.advance(Duration.ofDays(3));
        salon.work();
        salon.hear(ANA, TALK);
        salon.clock.advance(Duration.ofMinutes(11));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        assertThat(salon.extractor.asked.get(0).window()).hasSize(2);
    }

    @Test
    void whatWasSaidBeforeTextMightLeaveTheHostIsReadOnceItMay() {
        Told outside = new Told(false, true, request -> Salon.NOTHING);
        boolean[] may = {true};
        Salon salon = new Salon(
                tenant -> may[0] ? ExtractionSettings.DEFAULT.leavingHost() : ExtractionSettings.DEFAULT, outside);
        salon.hear(ANA, TALK);
        salon.clock.advance(Duration.ofHours(2));
        salon.work();
        may[0] = false;
        salon.hear(ANA, "esto no tiene que salir todavía", "y esto tampoco, por ahora");
        salon.clock.advance(Duration.ofHours(2));
        salon.work();
        assertThat(outside.asked).hasSize(1);
        may[0] = true;
        salon.hear(ANA, "ahora sí lo pueden leer todo");
        salon.clock.advance(Duration.ofHours(2));
        salon.work();
        assertThat(outside.asked).hasSize(2);
        assertThat(outside.asked.get(1).window().stream().filter(m -> m.role() == WindowRole.NEW))
                .hasSize(3);
    }

    @Test
    void aPictureWithoutWordsIsNoReasonToAsk() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.hear(ANA, "quería mostrarles algo", " ");
        salon.clock.advance(Duration.ofMinutes(20));
        salon.work();
        assertThat(salon.extractor.asked).isEmpty();
        salon.hear(ANA, "así me gustaría el corte");
        salon.clock.advance(Duration.ofMinutes(20));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        assertThat(salon.extractor.asked.get(0).window()).hasSize(2);
    }

    @Test
    void aGreetingAloneIsNotWorthACall() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT, model());
        salon.hear(ANA, "hola", "buenas");
        salon.clock.advance(Duration.ofHours(2));
        salon.work();
        assertThat(salon.extractor.asked).isEmpty();
    }

    @Test
    @Requirement("PRV-10")
    void nothingLeavesTheHostUnlessTheTenantAllowsItAndThenWithoutCardsAndDocuments() {
        Told outside = new Told(false, true, request -> Salon.NOTHING);
        Salon closed = new Salon(ExtractionSettings.DEFAULT, outside);
        closed.hear(ANA, TALK);
        closed.clock.advance(Duration.ofHours(2));
        closed.work();
        assertThat(outside.asked).isEmpty();

        Salon open = new Salon(ExtractionSettings.DEFAULT.leavingHost(), outside);
        open.hear(
                ANA,
                "pago con la 4509 9535 6623 3704 que vence 11/27",
                "mi DNI es 30.123.456 y el CBU 2850590940090418135201",
                "llamame al 11 5555 1234 por los 25000 pesos");
        open.clock.advance(Duration.ofHours(2));
        open.work();
        assertThat(outside.asked).hasSize(1);
        assertThat(outside.asked.get(0).window().stream().map(WindowMessage::text))
                .containsExactly(
                        "pago con la #### #### #### #### que vence 11/27",
                        "mi DNI es ##.###.### y el CBU ######################",
                        "llamame al 11 5555 1234 por los 25000 pesos");
    }

    @Test
    void aTenantsDayHasItsBudgetAndTheRestWaitsForTomorrow() {
        Salon salon = new Salon(ExtractionSettings.DEFAULT.withDailyTokens(20_050), model());
        salon.hear(ANA, TALK);
        salon.clock.advance(Duration.ofMinutes(20));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        salon.hear(EVE, TALK);
        salon.clock.advance(Duration.ofMinutes(20));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(1);
        salon.clock.advance(Duration.ofDays(1));
        salon.work();
        assertThat(salon.extractor.asked).hasSize(2);
    }

    @Test
    void aModelThatKeepsFailingIsLeftAloneForAWhileAndNothingIsLost() {
        boolean[] away = {true};
        Told flaky = new Told(false, false, request -> {
            if (away[0]) {
                throw new RetriableExtractionException("429", Duration.ofMinutes(2));
            }
            return Salon.NOTHING;
        });
        Salon salon = new Salon(ExtractionSettings.DEFAULT, flaky);
        for (int i = 0; i < 20; i++) {
            salon.hear(Party.of(Identifier.phone("54911500010" + (10 + i))), TALK);
        }
        salon.clock.advance(Duration.ofMinutes(20));
        salon.work();
        assertThat(flaky.asked).hasSize(5);
        away[0] = false;
        salon.clock.advance(Duration.ofMinutes(3));
        salon.work();
        assertThat(flaky.asked).hasSize(25);
    }

    @Test
    void anExtractorThatBreaksIsTriedAgainAndCaptureGoesOn() {
        boolean[] broken = {true};
        Told breaking = new Told(true, false, request -> {
            if (broken[0]) {
                throw new IllegalStateException("garbage");
            }
            return Salon.NOTHING;
        });
        Salon salon = new Salon(ExtractionSettings.DEFAULT, breaking);
        salon.hear(ANA, TALK);
        salon.work();
        assertThat(breaking.asked).hasSize(1);
        broken[0] = false;
        salon.hear(ANA, "sigo acá");
        salon.clock.advance(Duration.ofMinutes(1));
        salon.work();
        assertThat(breaking.asked).hasSize(2);
        assertThat(breaking.asked.get(1).window()).hasSize(3);
    }
}
