package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Outcome;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.Identifier;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A delivery may carry a thousand things, and each of them stands alone. */
@Requirement("CAP-5")
abstract class BatchRules extends StorageRules {
    BatchRules(StorageUnderTest under) {
        super(under);
    }

    private static Unreadable unreadable(int number) {
        return new Unreadable("whatsapp", "1001", "No type", "{\"number\":" + number + "}");
    }

    @Test
    void ofAThousandTheBadOneIsKeptAsideAndTheOthersAreCaptured() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            events.add(said("m" + i, Identifier.phone("346000" + (10_000 + i % 40)), minute(i)));
        }
        events.add(500, unreadable(0));
        CaptureReceipt receipt = clinic.capture(events);
        assertThat(receipt.captured()).isEqualTo(999);
        assertThat(receipt.outcomes().get(500)).isEqualTo(new Outcome.KeptAside("No type"));
        assertThat(contacts(clinic)).hasSize(40);
        assertThat(clinic.keptAside(null, 10)).extracting(SetAside::what).containsExactly(unreadable(0));
    }

    @Test
    void theOutcomesAreInTheOrderGiven() {
        CrmSession clinic = clinic();
        CaptureReceipt receipt = clinic.capture(
                said("late", ANA, hour(9)), unreadable(1), said("early", ANA, MONDAY), said("late", ANA, hour(9)));
        assertThat(receipt.outcomes())
                .hasExactlyElementsOfTypes(
                        Outcome.Captured.class, Outcome.KeptAside.class, Outcome.Captured.class, Outcome.Known.class);
        Outcome.Captured early = (Outcome.Captured) receipt.outcomes().get(2);
        assertThat(message(clinic, "early").id()).isEqualTo(early.interaction());
    }

    @Test
    @Requirement("CAP-3")
    void theSameThingIsKeptAsideOnce() {
        CrmSession clinic = clinic();
        clinic.capture(unreadable(1), unreadable(1));
        clock.advance(Duration.ofHours(1));
        clinic.capture(unreadable(1), unreadable(2));
        assertThat(clinic.keptAside(null, 10)).hasSize(2);
    }

    @Test
    void whatIsKeptAsideIsPagedWholeAndForgottenOneByOne() {
        CrmSession clinic = clinic();
        IntStream.range(0, 25).forEach(i -> clinic.capture(unreadable(i)));
        List<SetAside> all = new ArrayList<>();
        UUID after = null;
        for (List<SetAside> page = clinic.keptAside(after, 7); !page.isEmpty(); page = clinic.keptAside(after, 7)) {
            all.addAll(page);
            after = page.get(page.size() - 1).id();
        }
        assertThat(all).extracting(SetAside::what).hasSize(25).doesNotHaveDuplicates();
        assertThat(all).allMatch(aside -> aside.receivedAt().equals(clock.instant()));
        clinic.forgetKeptAside(all.get(3).id());
        clinic.forgetKeptAside(all.get(3).id());
        assertThat(clinic.keptAside(null, 100)).hasSize(24).doesNotContain(all.get(3));
    }

    @Test
    void whatBelongsToNoTenantWaitsApart() {
        CrmSession nobodys = session(TenantId.UNROUTED);
        nobodys.capture(new Unreadable("whatsapp", "999", "Unknown account", "{}"));
        assertThat(nobodys.keptAside(null, 10)).hasSize(1);
        assertThat(clinic().keptAside(null, 10)).isEmpty();
    }

    @Test
    void nothingAtAllIsNoTrouble() {
        assertThat(clinic().capture(List.of()).outcomes()).isEmpty();
    }
}
