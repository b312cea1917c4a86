package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.ContactsMerged;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.event.Letter;
import io.crmkit.event.Subscriber;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What was committed is told to subscribers at least once and in order, whatever fails on the way. */
@Requirement("HST-4")
abstract class EventDeliveryRules extends StorageRules {
    private static final Set<DueKind> DELIVERY = Set.of(DueKind.DELIVER_EVENTS);

    private final Hearing hearing = new Hearing();
    private int nodes;

    EventDeliveryRules(StorageUnderTest under) {
        super(under);
    }

    private Crm built(Storage storage, UnaryOperator<CrmBuilder> more) {
        return more.apply(Crm.create(storage)
                        .clock(clock)
                        .ids(new CountedIds(700 + ++nodes))
                        .tenants(Tenants.all(settings())))
                .build();
    }

    private Crm node(Storage storage, Subscriber subscriber) {
        return built(storage, builder -> builder.subscriber("orders", subscriber));
    }

    private static CrmSession clinic(Crm crm) {
        return crm.as(Actor.system(CLINIC));
    }

    private List<String> delivered(Crm crm) {
        crm.dueWork().runDue();
        return hearing.news(clinic(crm));
    }

    /** Throws at what it does not like, hears the rest. */
    private final class Picky implements Subscriber {
        private final Predicate<DomainEvent> dislikes;
        private boolean content;

        Picky(Predicate<DomainEvent> dislikes) {
            this.dislikes = dislikes;
        }

        @Override
        public void on(DomainEvent event) {
            if (!content && dislikes.test(event)) {
                throw new IllegalStateException("Ana lives at 5 Elm Street");
            }
            hearing.on(event);
        }
    }

    private Instant next() {
        return storage().upcoming(DELIVERY, 1).get(0).at();
    }

    @Test
    void whatHappenedIsDeliveredInOrderAndNothingTwice() {
        Crm crm = node(storage(), hearing);
        clinic(crm).capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
        clinic(crm).capture(said("m2", ANA, minute(1)));
        assertThat(hearing.all()).isEmpty();
        assertThat(delivered(crm)).containsExactly("ContactCreated", "MessageCaptured m1", "MessageCaptured m2");
        assertThat(delivered(crm)).isEmpty();
        clinic(crm).tag(onlyContact(clinic(crm)).id(), Tag.of("vip"));
        clinic(crm).capture(said("m3", ANA, minute(2)));
        assertThat(delivered(crm)).containsExactly("ContactEdited TAGS", "MessageCaptured m3");
        assertThat(storage().upcoming(DELIVERY, 9)).isEmpty();
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
                new Picky(event ->
                        event instanceof MessageCaptured && hearing.all().isEmpty()));
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA, minute(1)));
        crm.dueWork().runDue();
        hearing.news();
        while (clinic.events().parked(9).isEmpty()) {
            clock.set(next());
            crm.dueWork().runDue();
        }
        hearing.on(clinic.events().parked(9).get(0).event());
        assertThat(clinic.events().skip(onlyContact(clinic).id(), "orders")).isTrue();
        assertThat(clinic.events().parked(9)).isEmpty();
        assertThat(delivered(crm)).containsExactly("MessageCaptured m1", "MessageCaptured m2");
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
    void whatIsForASubscriberOfAnotherNodeWaitsForThatNode() {
        Hearing other = new Hearing();
        Crm both = built(
                storage(), builder -> builder.subscriber("orders", hearing).subscriber("mail", other));
        Crm one = node(storage(), hearing);
        clinic(both).capture(said("m1", ANA, MONDAY));
        assertThat(delivered(one)).hasSize(2);
        assertThat(other.all()).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        both.dueWork().runDue();
        assertThat(other.all()).hasSize(2);
        assertThat(hearing.all()).isEmpty();
    }

    @Test
    void whatWasDeliveredIsDeliveredAgainWhileItIsKept() {
        Crm crm = built(
                storage(), builder -> builder.subscriber("orders", hearing).keepingEvents(Duration.ofDays(7)));
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(delivered(crm)).hasSize(2);
        clock.advance(Duration.ofDays(3));
        clinic.capture(said("m2", ANA, minute(1)));
        assertThat(delivered(crm)).containsExactly("MessageCaptured m2");
        ContactId ana = onlyContact(clinic).id();
        assertThat(clinic.events().replay(ana, "orders", clock.instant())).isEqualTo(1);
        assertThat(delivered(crm)).containsExactly("MessageCaptured m2");
        assertThat(clinic.events().replay(ana, "orders", Instant.EPOCH)).isEqualTo(3);
        assertThat(delivered(crm)).containsExactly("ContactCreated", "MessageCaptured m1", "MessageCaptured m2");
        clock.advance(Duration.ofDays(8));
        assertThat(delivered(crm)).isEmpty();
        assertThat(clinic.events().replay(ana, "orders", Instant.EPOCH)).isZero();
        assertThat(storage().upcoming(DELIVERY, 9)).isEmpty();
    }

    @Test
    void whoIsMergedIsToldOfBeforeTheMergeThoughNothingWasDeliveredYet() {
        Crm crm = node(storage(), hearing);
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, minute(1)), said("m3", BRUNO, minute(2)));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        var merge = MergeRules.merged(clinic.merge(ana, bruno));
        clinic.capture(said("m4", BRUNO, minute(3)));
        crm.dueWork().runDue();
        List<DomainEvent> all = hearing.news();
        assertThat(all).filteredOn(ContactsMerged.class::isInstance).hasSize(1);
        List<String> words = all.stream().map(e -> Hearing.words(clinic, e)).toList();
        assertThat(words).hasSize(7).endsWith("ContactsMerged", "MessageCaptured m4");
        assertThat(words.stream().filter(word -> word.contains("m2") || word.contains("m3")))
                .containsExactly("MessageCaptured m2", "MessageCaptured m3");
        clinic.undo(merge);
        clinic.capture(said("m5", BRUNO, minute(4)));
        assertThat(delivered(crm)).containsExactlyInAnyOrder("MergeUndone", "ContactRestored", "MessageCaptured m5");
        clinic.capture(said("m6", BRUNO, minute(5)), said("m7", BRUNO, minute(6)));
        assertThat(delivered(crm)).containsExactly("MessageCaptured m6", "MessageCaptured m7");
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

    @Test
    void ofOneContactNobodyIsToldTwoThingsAtOnceHoweverManyNodesDeliver() throws Exception {
        Map<ContactId, Boolean> busy = new ConcurrentHashMap<>();
        List<String> clashes = Collections.synchronizedList(new ArrayList<>());
        Subscriber slow = event -> {
            if (busy.put(event.contact(), true) != null) {
                clashes.add("two at once");
            }
            Thread.yield();
            hearing.on(event);
            busy.remove(event.contact());
        };
        List<Crm> nodes = nodes().stream().map(storage -> node(storage, slow)).toList();
        List<Identifier> people = List.of(ANA, BRUNO);
        Together.run(8, i -> () -> {
            Crm crm = nodes.get(i % 2);
            for (int m = 0; m < 10; m++) {
                if (i < 4) {
                    clinic(crm).capture(said("m" + i + "-" + m, people.get(i % 2), minute(m)));
                } else {
                    crm.dueWork().runDue();
                }
            }
            return i;
        });
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(2));
            nodes.get(0).dueWork().runDue();
        }
        assertThat(clashes).isEmpty();
        List<DomainEvent> all = hearing.all();
        assertThat(all).hasSize(42).doesNotHaveDuplicates();
        List<String> words =
                all.stream().map(event -> Hearing.words(clinic(), event)).toList();
        for (int i = 0; i < 4; i++) {
            String mine = "MessageCaptured m" + i + "-";
            assertThat(words.stream().filter(word -> word.startsWith(mine)).toList())
                    .hasSize(10)
                    .isSorted();
        }
    }

    @Test
    void onlyWhoMaintainsSeesThem() {
        CrmSession bot = node(storage(), hearing).as(Actor.bot(CLINIC));
        assertThatThrownBy(() -> bot.events().parked(1)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> bot.events().replay(new ContactId(new UUID(1, 1)), "orders", MONDAY))
                .isInstanceOf(AccessDenied.class);
    }
}
