package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

/** What {@code --access} prints. */
@Requirement("PRV-4")
class AccessTest {
    @Test
    void whoAsksIsToldWhatIsKnownOfThemAndNothingOfAnybodyElse() {
        Run told = Run.of("--access", "5555-0102");
        assertThat(told.status()).isZero();
        assertThat(told.document().toString())
                .contains("crm-disclosure/1", "Julián Acosta", "viewings")
                .doesNotContain("5491155550101");
    }
}
