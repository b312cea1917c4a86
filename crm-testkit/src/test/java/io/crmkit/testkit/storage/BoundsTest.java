package io.crmkit.testkit.storage;

import static io.crmkit.rights.Retention.Kind.AUDIT;
import static io.crmkit.rights.Retention.Kind.PENDING_UPDATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.OptOutWords;
import io.crmkit.consent.Purpose;
import io.crmkit.rights.Retention;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept about people's rights has limits, up to which it is accepted. */
@Requirement({"PRV-8", "PRV-9"})
@Tag("privacy")
class BoundsTest {
    private static Consent on(String channel) {
        Evidence evidence = new Evidence(Evidence.Kind.STATED, null, "user-8", null);
        return new Consent(new UUID(1, 1), Purpose.MARKETING, channel, true, Instant.EPOCH, Instant.EPOCH, evidence);
    }

    @Test
    void aChannelHasOneToFortyCharacters() {
        assertThat(on("c".repeat(40)).channel()).hasSize(40);
        assertThatThrownBy(() -> on("c".repeat(41))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNameOfATextHasAtMostAHundred() {
        assertThat(new Evidence(Evidence.Kind.STATED, null, "user-8", "t".repeat(100)).textVersion())
                .hasSize(100);
        assertThatThrownBy(() -> new Evidence(Evidence.Kind.STATED, null, "user-8", "t".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsKeptForLessThanADay() {
        Retention day = Retention.DEFAULT.keeping(AUDIT, Duration.ofDays(1));
        assertThat(day.keep()).isEqualTo(Map.of(PENDING_UPDATES, Duration.ofDays(30), AUDIT, Duration.ofDays(1)));
        assertThatThrownBy(() -> day.keeping(AUDIT, Duration.ofDays(1).minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optingOutIsHeardWhateverStandsBetweenTheWords() {
        assertThat(OptOutWords.are(" dar -- de...  BAJA ")).isTrue();
        assertThat(OptOutWords.are("dardebaja")).isFalse();
    }
}
