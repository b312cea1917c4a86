package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Reacted;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work that fails leaves nothing, and done again it is done once. */
@Requirement({"CAP-3", "CAP-12"})
abstract class FailingRules extends StorageRules {
    FailingRules(StorageUnderTest under) {
        super(under);
    }

    /** What takes every way through a capture: somebody new, a join, a late message, an update, something unreadable. */
    private static List<InboundEvent> day() {
        return List.of(
                said("m3", ANA, hour(2)),
                said("m2", Party.of(ANA_ID).named("Ana"), minute(1), "by id"),
                said("m4", Party.of(ANA, ANA_ID), hour(3), "both"),
                updated("m3", ANA, new Reacted(Author.AGENT, hour(4), "👍")),
                updated("m9", ANA, new Reacted(Author.AGENT, hour(4), "👍")),
                new Unreadable("whatsapp", "1001", "No type", "{}"));
    }

    private Snapshot inOneGo() {
        CrmSession clinic = fresh();
        clinic.capture(said("m1", ANA, hour(1)));
        clinic.capture(day());
        return Snapshot.of(clinic);
    }

    @Test
    void whereverItFailsNothingIsLeftAndTheNextAttemptSucceeds() {
        Snapshot expected = inOneGo();
        int steps = 0;
        for (boolean failed = true; failed; ) {
            steps++;
            CrmSession clinic = fresh();
            clinic.capture(said("m1", ANA, hour(1)));
            Snapshot before = Snapshot.of(clinic);
            FaultyStorage faulty = new FaultyStorage(storage(), steps);
            CrmSession unlucky = crm(faulty).as(Actor.system(clinic.actor().tenant()));
            failed = fails(() -> unlucky.capture(day()));
            if (failed) {
                assertThat(Snapshot.of(clinic)).isEqualTo(before);
                assertThat(clinic.keptAside(null, 10)).isEmpty();
                clinic.capture(day());
            }
            assertThat(Snapshot.of(clinic)).isEqualTo(expected);
            assertThat(clinic.keptAside(null, 10)).hasSize(1);
        }
        assertThat(steps).isGreaterThan(5);
    }

    private static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (FaultyStorage.Fault expected) {
            return true;
        }
    }

    @Test
    void workThatThrowsAtItsVeryEndLeavesNothing() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        assertThatThrownBy(() -> storage().within(CLINIC, work -> {
                    work.setAsides()
                            .page(null, 1)
                            .forEach(aside -> work.setAsides().remove(aside.id()));
                    throw new FaultyStorage.Fault();
                }))
                .isInstanceOf(FaultyStorage.Fault.class);
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1");
        clinic.capture(said("m2", ANA, minute(1)));
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1", "m2");
    }
}
