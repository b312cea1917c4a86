package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.rights.Erasure;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who wrote ten thousand messages is out of sight at once, and gone within two seconds. */
@Requirement("PRV-5")
@Tag("long")
class LongHistoryErasedTest {
    private static final int MESSAGES = 10_000;

    @Test
    void tenThousandMessagesAreGoneWithinTwoSeconds() {
        try (HikariDataSource pool = TestDatabase.POSTGRESQL.freshPool(4);
                JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            CrmSession clinic = Clinic.on(storage);
            // What is measured is not the first time that anything is done.
            for (int warm = 10; warm < 13; warm++) {
                ContactId other = written(clinic, warm, 200);
                assertThat(clinic.privacy().erase(other)).isPresent();
            }
            ContactId contact = written(clinic, 1, MESSAGES);
            long begun = System.nanoTime();
            Erasure erasure = clinic.privacy().erase(contact).orElseThrow();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(erasure.complete()).isTrue();
            assertThat(erasure.removed()).containsEntry("crm_interaction", (long) MESSAGES);
            assertThat(took).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static ContactId written(CrmSession clinic, int who, int messages) {
        for (int from = 0; from < messages; from += 200) {
            int first = from;
            clinic.capture(IntStream.range(0, 200)
                    .<InboundEvent>mapToObj(i -> Clinic.wrote(
                            Clinic.somebody(who), who + "-" + (first + i), (first + i) * 3, "hola, mensaje " + i))
                    .toList());
        }
        return clinic.searchContacts(Clinic.somebody(who).identifiers().get(0).value(), null, 1)
                .items()
                .get(0)
                .contact();
    }
}
