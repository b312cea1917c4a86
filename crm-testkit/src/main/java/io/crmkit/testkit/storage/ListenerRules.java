package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens is part of the transaction: what it refuses did not happen, and it sees what happens. */
@Requirement("HST-4")
abstract class ListenerRules extends HeardRules {
    ListenerRules(StorageUnderTest under) {
        super(under);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whereAListenerThrowsNothingIsKeptAndTheCallerHearsWhy() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, minute(1)));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        Snapshot before = Snapshot.of(clinic);
        CrmSession refused = heardBy(event -> {
            throw new Refused();
        });
        for (Runnable change : List.<Runnable>of(
                () -> refused.capture(said("m3", ANA, hour(30)), said("m4", ANA_ID, hour(30))),
                () -> refused.tag(ana, Tag.of("vip")),
                () -> refused.verdicts().state(ana, FactType.COMPANY, "", new FactValue.Text("Acme")),
                () -> refused.merge(ana, bruno))) {
            assertThatThrownBy(change::run).isInstanceOf(Refused.class);
            assertThat(Snapshot.of(clinic)).isEqualTo(before);
            assertThat(clinic.facts(ana)).isEmpty();
        }
        clinic.capture(said("m3", ANA, hour(30)));
        assertThat(ids(clinic, ana)).containsExactly("m1", "m3");
    }

    @Test
    void aListenerSeesWhatHappenedAndWhatItWritesIsToldAndGoesWithIt() {
        List<List<String>> seen = new ArrayList<>();
        List<CrmSession> session = new ArrayList<>();
        CrmSession clinic = heardBy(event -> {
            hearing.on(event);
            if (event instanceof MessageCaptured) {
                ContactId contact = event.contact();
                seen.add(ids(session.get(0), contact));
                session.get(0).tag(contact, Tag.of("wrote"));
                if (seen.size() == 3) {
                    throw new Refused();
                }
            }
        });
        session.add(clinic);
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(hearing.news(clinic)).containsExactly("ContactCreated", "MessageCaptured m1", "ContactEdited TAGS");
        clinic.capture(said("m2", ANA, minute(1)));
        assertThatThrownBy(() -> clinic.capture(said("m3", ANA, minute(2)), said("m4", BRUNO, minute(3))))
                .isInstanceOf(Refused.class);
        assertThat(seen).containsExactly(List.of("m1"), List.of("m1", "m2"), List.of("m1", "m2", "m3"));
        assertThat(onlyContact(clinic).tags()).containsExactly(Tag.of("wrote"));
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1", "m2");
    }

    @Test
    void whoCapturesAtTheSameTimeTellsOfEachMessageOnce() throws Exception {
        List<CrmSession> nodes = List.of(heardBy(hearing), heardBy(hearing));
        Together.run(
                12, i -> () -> nodes.get(i % 2).capture(said("m" + i % 6, i % 3 == 0 ? ANA : BRUNO, minute(i % 6))));
        assertThat(contacts(clinic())).hasSize(2);
        // What is told in vain, because somebody else was faster, is told of messages that are not there.
        assertThat(hearing.news(clinic()))
                .filteredOn(word -> word.startsWith("MessageCaptured m"))
                .containsExactlyInAnyOrder(
                        "MessageCaptured m0",
                        "MessageCaptured m1",
                        "MessageCaptured m2",
                        "MessageCaptured m3",
                        "MessageCaptured m4",
                        "MessageCaptured m5");
    }
}
