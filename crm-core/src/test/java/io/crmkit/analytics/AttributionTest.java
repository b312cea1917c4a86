package io.crmkit.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.analytics.Attribution.Model;
import io.crmkit.analytics.Attribution.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final Instant SALE = Instant.parse("2026-03-31T12:00:00Z");

    private static Touch touch(String source, int daysBefore) {
        return new Touch(source, SALE.minus(Duration.ofDays(daysBefore)));
    }

    private static Map<String, Long> share(Model model, long amount, Touch... touches) {
        return Attribution.by(model).share(amount, SALE, List.of(touches));
    }

    @Test
    void aSaleIsOwedToTheFirstOrToTheLast() {
        Touch[] touches = {touch("google", 7), touch("ad", 14), touch("direct", 0)};
        assertThat(share(Model.FIRST_TOUCH, 700, touches))
                .containsExactly(Map.entry("ad", 700L), Map.entry("google", 0L), Map.entry("direct", 0L));
        assertThat(share(Model.LAST_TOUCH, 700, touches))
                .containsEntry("direct", 700L)
                .containsEntry("ad", 0L);
    }

    @Test
    void aSaleIsSharedByPlaceAndByTime() {
        Touch[] touches = {touch("ad", 14), touch("google", 7), touch("direct", 0)};
        assertThat(share(Model.TIME_DECAY, 700, touches))
                .containsExactly(Map.entry("ad", 100L), Map.entry("google", 200L), Map.entry("direct", 400L));
        assertThat(share(Model.POSITION_BASED, 1_000, touches))
                .containsExactly(Map.entry("ad", 400L), Map.entry("google", 200L), Map.entry("direct", 400L));
        assertThat(share(Model.POSITION_BASED, 1_000, touch("ad", 14), touch("direct", 0)))
                .containsExactly(Map.entry("ad", 500L), Map.entry("direct", 500L));
    }

    @Test
    void whatIsLeftByRoundingGoesToTheEarliestOfEqualOnes() {
        assertThat(share(Model.LINEAR, 100, touch("a", 3), touch("b", 2), touch("c", 1)))
                .containsExactly(Map.entry("a", 34L), Map.entry("b", 33L), Map.entry("c", 33L));
    }

    @Test
    void touchesTooEarlyOrAfterTheSaleDoNotCount() {
        assertThat(share(Model.LINEAR, 100, touch("old", 91), touch("late", -1)))
                .isEmpty();
        assertThat(share(Model.LINEAR, 100, touch("old", 91), touch("just", 90)))
                .containsExactly(Map.entry("just", 100L));
    }

    @Test
    void sharesAddUpToTheSaleByEveryModelWhateverTheTouches() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            long amount = random.nextInt(1_000_000) - 1_000;
            List<Touch> touches = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(i -> touch("s" + random.nextInt(4), random.nextInt(90)))
                    .toList();
            for (Model model : Model.values()) {
                Map<String, Long> shares = Attribution.by(model).share(amount, SALE, touches);
                assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(amount);
            }
        }
    }
}
