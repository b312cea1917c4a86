package io.crmkit.testkit.storage;

import static io.crmkit.due.DueKind.EXTRACT_BY_RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.StorageUnavailable;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask.Result;
import io.crmkit.due.DueWork;
import io.crmkit.due.Parked;
import io.crmkit.due.Upcoming;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Work that fails is not given up before it is done, and holds up no other. */
@Requirement("CAP-12")
abstract class DueFailingRules extends WorkRules {
    DueFailingRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterAndIsParkedInTheEndWithoutHoldingUpOtherWork() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        DueWork work = noting(claim -> {
            if (claim.subject().equals(subject(1))) {
                throw new IllegalStateException("Ana lives at 5 Elm Street");
            }
            return new Result.Done();
        });
        int rounds = 0;
        Instant begun = clock.instant();
        while (parked().isEmpty()) {
            work.runDue();
            rounds++;
            clock.set(storage().upcoming(ALL, 1).stream()
                    .findFirst()
                    .map(Upcoming::at)
                    .orElse(clock.instant()));
        }
        assertThat(rounds).isEqualTo(16);
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofHours(1), Duration.ofHours(3));
        assertThat(parked()).containsExactly(new Parked(subject(1), EXTRACT_BY_RULES, 16, "IllegalStateException"));
        done.clear();
        add(CLINIC, 2, EXTRACT_BY_RULES, clock.instant());
        work.runDue();
        assertThat(done).containsExactly(subject(2));
    }

    @Test
    void whatIsParkedIsTakenUpAgainWhenThereIsMoreOfIt() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        Claim claim = claim(storage(), 1).get(0);
        storage().within(CLINIC, work -> {
            work.due().park(claim, "Gone");
            return claim;
        });
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        assertThat(parked()).isEmpty();
        assertThat(noting(again -> new Result.Done()).runDue()).isEqualTo(1);
    }

    @Test
    void whatNeedsSomethingThatIsAwayIsNeverParked() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        DueWork work = noting(claim -> new Result.Away(Duration.ofMinutes(2)));
        for (int i = 0; i < 30; i++) {
            assertThat(work.runDue()).isEqualTo(1);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(parked()).isEmpty();
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
    }

    @Test
    void whileStorageIsAwayNothingIsLost() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        noting(claim -> {
                    throw new StorageUnavailable("away", new IllegalStateException());
                })
                .runDue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
    }
}
