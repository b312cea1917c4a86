package io.crmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsAreUuidsOfVersion7() {
        Instant now = Instant.parse("2026-03-02T13:00:00.123Z");
        UUID id = Ids.timeOrdered(() -> now, new SecureRandom()).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void idsRiseWithTime() {
        List<Instant> time = new ArrayList<>(List.of(Instant.EPOCH));
        Ids ids = Ids.timeOrdered(() -> time.get(0), new SecureRandom());
        UUID before = ids.next();
        time.set(0, Instant.EPOCH.plusMillis(1));
        assertThat(Long.compareUnsigned(ids.next().getMostSignificantBits(), before.getMostSignificantBits()))
                .isPositive();
    }

    @Test
    void nobodyHasAnIdTwice() {
        Ids ids = Ids.timeOrdered(() -> Instant.EPOCH, new SecureRandom());
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
    }
}
