package io.crmkit.testkit.storage;

import static io.crmkit.due.DueKind.EXTRACT_BY_MODEL;
import static io.crmkit.due.DueKind.EXTRACT_BY_RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.Storage;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueTask.Result;
import io.crmkit.due.DueWork;
import io.crmkit.due.Upcoming;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work to be done later is done by somebody, and by one at a time. */
@Requirement("CAP-12")
abstract class DueRules extends WorkRules {
    DueRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void whatIsDueIsDoneOnceTheLongestDueFirst() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        add(WORKSHOP, 2, EXTRACT_BY_RULES, clock.instant().minusSeconds(9));
        add(CLINIC, 3, EXTRACT_BY_RULES, clock.instant().minusSeconds(5));
        add(CLINIC, 3, EXTRACT_BY_RULES, clock.instant());
        DueWork work = noting(claim -> new Result.Done());
        assertThat(work.runDue()).isEqualTo(3);
        assertThat(done).containsExactly(subject(2), subject(3), subject(1));
        assertThat(work.runDue()).isZero();
    }

    @Test
    void messagesBehindAPieceOfWorkAreCountedAndEnoughOfThemAreNotWaitedWith() {
        Instant later = clock.instant().plusSeconds(600);
        Instant earliest = clock.instant().minusSeconds(50);
        for (int i = 0; i < EXTRACT_BY_MODEL.enough(); i++) {
            assertThat(claim(storage(), 9)).isEmpty();
            Instant since = i == 3 ? earliest : clock.instant();
            add(new Due(subject(1), EXTRACT_BY_MODEL, later, since, 1));
            add(new Due(subject(2), EXTRACT_BY_RULES, later, since, 1));
        }
        assertThat(claim(storage(), 9))
                .extracting(Claim::subject, Claim::since)
                .containsExactly(tuple(subject(1), earliest));
        add(new Due(subject(1), EXTRACT_BY_MODEL, later, clock.instant(), 1));
        assertThat(claim(storage(), 9)).isEmpty();
    }

    @Test
    void whatIsDueTellsSinceWhenThereIsSomethingToLookAt() {
        add(new Due(
                subject(1), EXTRACT_BY_RULES, clock.instant(), clock.instant().minusSeconds(9), 1));
        Claim first = claim(storage(), 9).get(0);
        assertThat(first.since()).isEqualTo(clock.instant().minusSeconds(9));
        add(new Due(
                subject(1), EXTRACT_BY_RULES, clock.instant(), clock.instant().minusSeconds(99), 1));
        Claim second = claim(storage(), 9).get(0);
        assertThat(second.since()).isEqualTo(clock.instant().minusSeconds(99));
        settle(second);
        add(new Due(
                subject(1), EXTRACT_BY_RULES, clock.instant(), clock.instant().minusSeconds(5), 1));
        assertThat(claim(storage(), 9).get(0).since()).isEqualTo(clock.instant().minusSeconds(5));
    }

    @Test
    void beforeItsTimeNothingIsDoneAndTheNextTimeIsKnown() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant().plusSeconds(60));
        DueWork work = noting(claim -> new Result.Done());
        assertThat(work.runDue()).isZero();
        assertThat(storage().upcoming(ALL, 9))
                .containsExactly(new Upcoming(CLINIC, clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(work.runDue()).isEqualTo(1);
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    @Test
    void whileNothingIsDueOnlyTheNextTimeIsAskedFor() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant().plusSeconds(60));
        // Dies at the first piece of work within any tenant.
        DyingStorage looking = new DyingStorage(storage(), 1);
        DueWork work = work(looking, (tenant, claim) -> new Result.Done());
        assertThat(work.runDue()).isZero();
        clock.advance(Duration.ofSeconds(60));
        assertThatThrownBy(work::runDue).isInstanceOf(DyingStorage.Died.class);
    }

    @Test
    void whatOneHasNobodyElseGetsUntilTheLeaseEnds() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        Claim first = claim(storage(), 9).get(0);
        assertThat(claim(storage(), 9)).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        Claim second = claim(storage(), 9).get(0);
        assertThat(second.attempts()).isEqualTo(2);
        settle(first);
        assertThat(storage().upcoming(ALL, 9)).hasSize(1);
        settle(second);
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    @Test
    void whatIsAddedWhileSomebodyIsAtItIsDueAgainAtOnce() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        DueWork work = noting(claim -> {
            if (done.size() == 1) {
                add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
            }
            return new Result.Done();
        });
        assertThat(work.runDue()).isEqualTo(2);
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    @Test
    void severalNodesShareTheWorkAndDoEachPieceOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            add(i % 2 == 0 ? CLINIC : WORKSHOP, i, EXTRACT_BY_RULES, clock.instant());
        }
        List<Storage> nodes = nodes();
        Map<UUID, Integer> times = new ConcurrentHashMap<>();
        Together.run(
                4,
                i -> () -> work(nodes.get(i % nodes.size()), (tenant, claim) -> {
                            times.merge(claim.subject(), 1, Integer::sum);
                            return new Result.Done();
                        })
                        .runDue());
        // One that lost a race for a row leaves it to whoever won; what nobody won is still due.
        noting(claim -> {
                    times.merge(claim.subject(), 1, Integer::sum);
                    return new Result.Done();
                })
                .runDue();
        assertThat(times)
                .hasSize(40)
                .allSatisfy((subject, count) -> assertThat(count).isEqualTo(1));
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    @Test
    void kindsOfOneSubjectAreApart() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        add(CLINIC, 1, EXTRACT_BY_MODEL, clock.instant());
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_RULES), 9)).isEmpty();
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_MODEL), 9)).hasSize(1);
    }

    @Test
    void inTheBackgroundWorkIsDoneUntilItIsStopped() throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        DueWork work = noting(claim -> {
            latch.countDown();
            return new Result.Done();
        });
        for (int i = 0; i < 3; i++) {
            add(CLINIC, i, EXTRACT_BY_RULES, clock.instant());
        }
        work.start();
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        work.stop();
        add(CLINIC, 9, EXTRACT_BY_RULES, clock.instant());
        assertThat(done).doesNotContain(subject(9));
        assertThat(storage().upcoming(ALL, 9)).hasSize(1);
    }
}
