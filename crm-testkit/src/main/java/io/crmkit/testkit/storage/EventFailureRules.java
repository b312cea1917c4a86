package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.event.Letter;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whatever fails on the way, what was committed is told at least once and in order, and holds up nobody else. */
@Requirement("HST-4")
abstract class EventFailureRules extends SubscriberRules {
    EventFailureRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void whatWasRolledBackIsNotDeliveredAndWhatNobodySubscribedToIsNotKept() {
        Crm crm = node(storage(), hearing);
        int step = 0;
        for (boolean failed = true; failed; step++) {
            Crm unlucky = node(new FaultyStorage(storage(), step + 1), hearing);
            try {
                clinic(unlucky).capture(said("m1", ANA, MONDAY));
                failed = false;
            } catch (FaultyStorage.Fault expected) {
                assertThat(delivered(crm)).isEmpty();
            }
        }
        assertThat(step).isGreaterThan(2);
        assertThat(delivered(crm)).containsExactly("ContactCreated", "MessageCaptured m1");
        clinic().capture(said("m2", ANA, minute(1)));
        assertThat(delivered(crm)).isEmpty();
    }

    @Test
    void whereOneContactsEventFailsOthersGoOnAndItsOwnWaitBehindIt() {
        Picky picky = new Picky(event -> event instanceof MessageCaptured);
        Crm crm = node(storage(), event -> {
            if (event.contact().equals(MergeRules.holder(clinic(), ANA))) {
                picky.on(event);
            } else {
                hearing.on(event);
            }
        });
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, minute(1)), said("m3", ANA, minute(2)));
        assertThat(delivered(crm)).containsExactlyInAnyOrder("ContactCreated", "ContactCreated", "MessageCaptured m2");
        clock.set(next());
        assertThat(delivered(crm)).isEmpty();
        picky.content = true;
        clinic.capture(said("m4", ANA, minute(3)));
        assertThat(delivered(crm)).as("before its time").isEmpty();
        clock.set(next());
        assertThat(delivered(crm)).containsExactly("MessageCaptured m1", "MessageCaptured m3", "MessageCaptured m4");
    }

    @Test
    void whatNeverGoesIsParkedVisiblyAndTakenUpOrGivenUpByAPerson() {
        Picky picky = new Picky(event -> event instanceof MessageCaptured);
        Crm crm = node(storage(), picky);
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
        Instant begun = clock.instant();
        int rounds = 0;
        for (; clinic.events().parked(9).isEmpty(); rounds++) {
            crm.dueWork().runDue();
            storage().upcoming(DELIVERY, 1).forEach(upcoming -> clock.set(upcoming.at()));
        }
        assertThat(rounds).isEqualTo(16);
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofHours(1), Duration.ofHours(3));
        assertThat(storage().upcoming(DELIVERY, 9)).as("idle").isEmpty();
        Letter dead = clinic.events().parked(9).get(0);
        assertThat(dead.attempts()).isEqualTo(16);
        assertThat(dead.error()).isEqualTo("IllegalStateException");
        assertThat(dead.stream()).isEqualTo(onlyContact(clinic).id());
        assertThat(Hearing.words(clinic, dead.event())).isEqualTo("MessageCaptured m1");

        clinic.capture(said("m3", ANA, minute(2)), said("m4", BRUNO, minute(2)));
        hearing.news();
        assertThat(delivered(crm)).containsExactly("ContactCreated");
        assertThat(clinic.events().retry(dead.stream(), "orders")).isTrue();
        assertThat(delivered(crm)).isEmpty();
        picky.content = true;
        clock.advance(Duration.ofMinutes(1));
        assertThat(delivered(crm))
                .containsExactlyInAnyOrder(
                        "MessageCaptured m1", "MessageCaptured m2", "MessageCaptured m3", "MessageCaptured m4");
        assertThat(clinic.events().retry(dead.stream(), "orders")).isFalse();
    }

    @Test
    void aParkedEventThatIsSkippedLetsTheOthersPass() {
        Crm crm = node(
                storage(),
                new Picky(event -> event instanceof MessageCaptured message
                        && message.interaction().equals(message(clinic(), "m1").id())));
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
        crm.dueWork().runDue();
        hearing.news();
        while (clinic.events().parked(9).isEmpty()) {
            clock.set(next());
            crm.dueWork().runDue();
        }
        assertThat(clinic.events().skip(onlyContact(clinic).id(), "orders")).isTrue();
        assertThat(clinic.events().parked(9)).isEmpty();
        assertThat(delivered(crm)).containsExactly("MessageCaptured m2");
    }

    @Test
    void subscribersDoNotWaitForEachOther() {
        Hearing other = new Hearing();
        Crm crm = built(
                storage(),
                builder -> builder.subscriber("broken", event -> {
                            throw new IllegalStateException("down");
                        })
                        .subscriber("orders", hearing)
                        .subscriber("mail", other));
        clinic(crm).capture(said("m1", ANA, MONDAY));
        assertThat(delivered(crm)).containsExactly("ContactCreated", "MessageCaptured m1");
        assertThat(other.news(clinic(crm))).containsExactly("ContactCreated", "MessageCaptured m1");
        clock.advance(Duration.ofMinutes(5));
        assertThat(delivered(crm)).isEmpty();
    }

    @Test
    void killedAnywhereItIsDeliveredAtLeastOnceAndInOrder() {
        int step = 1;
        for (boolean died = true; died; step++) {
            CrmSession fresh = fresh();
            died = false;
            Storage dying = new DyingStorage(storage(), step);
            Crm victim = node(dying, hearing);
            CrmSession session = victim.as(fresh.actor());
            try {
                session.capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
                session.capture(said("m3", ANA, minute(2)));
                victim.dueWork().runDue();
            } catch (DyingStorage.Died expected) {
                died = true;
            }
            Crm next = node(storage(), hearing);
            CrmSession again = next.as(fresh.actor());
            again.capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
            again.capture(said("m3", ANA, minute(2)));
            next.dueWork().runDue();
            clock.advance(Duration.ofMinutes(6));
            next.dueWork().runDue();
            assertThat(Hearing.firsts(hearing.news()).stream().map(e -> Hearing.words(again, e)))
                    .as("killed at step %s", step)
                    .containsExactly(
                            "ContactCreated", "MessageCaptured m1", "MessageCaptured m2", "MessageCaptured m3");
        }
        assertThat(step).isGreaterThan(10);
    }
}
