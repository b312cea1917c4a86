package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.ContactsMerged;
import io.crmkit.event.Subscriber;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What was committed is told to subscribers once and in the order in which it happened. */
@Requirement("HST-4")
abstract class EventDeliveryRules extends SubscriberRules {
    EventDeliveryRules(StorageUnderTest under) {
        super(under);
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
