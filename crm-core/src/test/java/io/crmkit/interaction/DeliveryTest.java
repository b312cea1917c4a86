package io.crmkit.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final List<DeliveryState> STATES = List.of(
            DeliveryState.SENT,
            DeliveryState.DELIVERED,
            DeliveryState.READ,
            DeliveryState.PLAYED,
            DeliveryState.FAILED,
            DeliveryState.FAILED);

    private static StatusReached status(DeliveryState state, int second) {
        return new StatusReached(state, Instant.ofEpochSecond(second));
    }

    private static Delivery after(List<StatusReached> statuses) {
        Delivery delivery = Delivery.PENDING;
        for (StatusReached status : statuses) {
            delivery = delivery.and(status);
        }
        return delivery;
    }

    @Test
    void aFailureYieldsToADeliveryThatIsLater() {
        List<StatusReached> failed = List.of(status(DeliveryState.FAILED, 5));
        assertThat(after(failed).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(after(failed).and(status(DeliveryState.DELIVERED, 5)).state())
                .isEqualTo(DeliveryState.FAILED);
        assertThat(after(failed).and(status(DeliveryState.DELIVERED, 6)).state())
                .isEqualTo(DeliveryState.DELIVERED);
        assertThat(after(failed).and(status(DeliveryState.SENT, 6)).state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void anyStatusesInAnyOrderAndNumberEndTheSame() {
        Random random = new Random(1);
        for (int run = 0; run < 3_000; run++) {
            List<StatusReached> statuses = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                DeliveryState state = STATES.get(random.nextInt(STATES.size()));
                int code = state == DeliveryState.FAILED ? random.nextInt(3) : 0;
                statuses.add(new StatusReached(
                        state, Instant.ofEpochSecond(random.nextInt(4)), new ProviderError(code, "", "")));
            }
            Delivery expected = after(statuses);
            statuses.addAll(List.copyOf(statuses));
            Collections.shuffle(statuses, random);
            assertThat(after(statuses)).isEqualTo(expected);
        }
    }
}
