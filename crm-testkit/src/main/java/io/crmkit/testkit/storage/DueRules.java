package io.crmkit.testkit.storage;

import static io.crmkit.due.DueKind.EXTRACT_BY_MODEL;
import static io.crmkit.due.DueKind.EXTRACT_BY_RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmException;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Party;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.due.DueTask.Result;
import io.crmkit.due.DueWork;
import io.crmkit.due.Parked;
import io.crmkit.due.Trigger;
import io.crmkit.due.Upcoming;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Work to be done later is done by somebody, by one at a time, and not given up before it is done. */
@Requirement("CAP-12")
abstract class DueRules extends StorageRules {
    static final TenantId WORKSHOP = TenantId.of("taller-sur");
    private static final Set<DueKind> ALL = EnumSet.allOf(DueKind.class);

    private final List<UUID> done = Collections.synchronizedList(new ArrayList<>());

    DueRules(StorageUnderTest under) {
        super(under);
    }

    private static UUID subject(int number) {
        return new UUID(7, number);
    }

    private void add(TenantId tenant, int subject, DueKind kind, Instant at) {
        storage().within(tenant, work -> {
            work.due().add(List.of(new Due(subject(subject), kind, at)));
            return subject;
        });
    }

    private List<Claim> claim(Storage storage, int limit) {
        return storage.within(
                CLINIC,
                work -> work.due().claim(ALL, clock.instant(), clock.instant().plusSeconds(60), limit));
    }

    private DueWork work(Storage storage, DueTask rules) {
        return new DueWork(storage, Map.of(EXTRACT_BY_RULES, rules), clock);
    }

    private DueWork noting(Function<Claim, Result> result) {
        return work(storage(), (tenant, claim) -> {
            done.add(claim.subject());
            return result.apply(claim);
        });
    }

    private List<Parked> parked() {
        return storage().within(CLINIC, work -> work.due().parked(10));
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

    private void add(Due due) {
        storage().within(CLINIC, work -> {
            work.due().add(List.of(due));
            return due;
        });
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

    private void settle(Claim claim) {
        storage().within(CLINIC, work -> {
            work.due().finish(claim);
            return claim;
        });
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
    void kindsOfOneSubjectAreApart() {
        add(CLINIC, 1, EXTRACT_BY_RULES, clock.instant());
        add(CLINIC, 1, EXTRACT_BY_MODEL, clock.instant());
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_RULES), 9)).isEmpty();
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_MODEL), 9)).hasSize(1);
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

    private void capture(InboundEvent... events) {
        CaptureRules rules = new CaptureRules(
                Matching.standard(),
                Tenants.all(TenantSettings.DEFAULT),
                clock,
                new CountedIds(77),
                List.of(
                        new Trigger(EXTRACT_BY_RULES, Duration.ZERO),
                        new Trigger(EXTRACT_BY_MODEL, Duration.ofMinutes(10))));
        new Capture(storage(), new Access(AccessPolicy.standard()), rules)
                .capture(Actor.system(CLINIC), List.of(events));
    }

    @Test
    void aMessageOfACustomerMakesTheirContactDueOnceHoweverMany() {
        capture(
                said("m1", ANA, MONDAY),
                said("m2", ANA, minute(1)),
                said("m3", BRUNO, minute(2)),
                MessageEvent.sent(ref("m4"), Party.of(BRUNO_ID), Author.BOT, minute(3), Content.text("hola")));
        capture(said("m5", ANA, minute(4)));
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_RULES), 9))
                .containsExactly(new Upcoming(CLINIC, clock.instant()), new Upcoming(CLINIC, clock.instant()));
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_MODEL), 9))
                .hasSize(2)
                .allMatch(next -> next.at().equals(clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void anEditMakesDueAndAStatusDoesNot() {
        capture(said("m1", ANA, MONDAY));
        noting(claim -> new Result.Done()).runDue();
        capture(updated("m1", ANA, new StatusReached(DeliveryState.READ, minute(2))));
        assertThat(noting(claim -> new Result.Done()).runDue()).isZero();
        capture(updated("m1", ANA, new MessageEdited(minute(3), Content.text("other"))));
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
    }

    @Test
    void aCaptureThatFailsMakesNothingDue() {
        assertThatThrownBy(() -> storage().within(CLINIC, work -> {
                    work.due().add(List.of(new Due(subject(1), EXTRACT_BY_RULES, clock.instant())));
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    private static final class Broken extends CrmException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("broken");
        }
    }
}
