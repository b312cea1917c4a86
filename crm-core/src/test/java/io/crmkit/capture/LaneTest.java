package io.crmkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.StorageUnavailable;
import io.crmkit.capture.InboundEvent.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<List<InboundEvent>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstInFlight = new CountDownLatch(1);
    private final CountDownLatch commit = new CountDownLatch(1);
    private final Lane lane = new Lane(100);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whoComesAloneGoesAtOnce() {
        assertThat(lane.capture(List.of(event("a")), LaneTest::kept)).containsExactly(new Outcome.KeptAside("a"));
    }

    @Test
    void whoComesWhileACommitIsInFlightSharesTheNext() throws Exception {
        Future<List<Outcome>> first = submit("a", this::slowly);
        firstInFlight.await();
        List<Future<List<Outcome>>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(submit("b" + i, this::slowly));
        }
        await(20);
        commit.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).containsExactly(new Outcome.KeptAside("a"));
        for (int i = 0; i < 20; i++) {
            assertThat(others.get(i).get(10, TimeUnit.SECONDS)).containsExactly(new Outcome.KeptAside("b" + i));
        }
        assertThat(transactions).hasSize(2);
        assertThat(transactions.get(1)).hasSize(20);
    }

    @Test
    void whatIsBadFailsAlone() throws Exception {
        Future<List<Outcome>> first = submit("a", this::slowly);
        firstInFlight.await();
        Future<List<Outcome>> good = submit("good", this::slowly);
        Future<List<Outcome>> bad = submit("bad", this::slowly);
        Future<List<Outcome>> alsoGood = submit("also good", this::slowly);
        await(3);
        commit.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(good.get(10, TimeUnit.SECONDS)).containsExactly(new Outcome.KeptAside("good"));
        assertThat(alsoGood.get(10, TimeUnit.SECONDS)).containsExactly(new Outcome.KeptAside("also good"));
        assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whenTheStorageIsAwayNobodyAsksItAgain() throws Exception {
        Future<List<Outcome>> first = submit("a", this::slowly);
        firstInFlight.await();
        Future<List<Outcome>> one = submit("away", this::slowly);
        Future<List<Outcome>> other = submit("b", this::slowly);
        await(2);
        commit.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> other.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StorageUnavailable.class);
        assertThat(transactions).hasSize(2);
    }

    private Future<List<Outcome>> submit(String name, Function<List<InboundEvent>, List<Outcome>> transaction) {
        return callers.submit(() -> lane.capture(List.of(event(name)), transaction));
    }

    private void await(int callersWaiting) {
        while (lane.waitingNow() < callersWaiting) {
            Thread.onSpinWait();
        }
    }

    private List<Outcome> slowly(List<InboundEvent> events) {
        transactions.add(events);
        firstInFlight.countDown();
        try {
            assertThat(commit.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (events.contains(event("away"))) {
            throw new StorageUnavailable("away", new IllegalStateException());
        }
        if (events.contains(event("bad"))) {
            throw new IllegalStateException("bad");
        }
        return kept(events);
    }

    private static List<Outcome> kept(List<InboundEvent> events) {
        return events.stream()
                .<Outcome>map(event -> new Outcome.KeptAside(((Unreadable) event).reason()))
                .toList();
    }

    private static InboundEvent event(String name) {
        return new Unreadable("whatsapp", "1", name, name);
    }
}
