package io.crmkit.testkit.storage;

import static io.crmkit.rights.Retention.Kind.PENDING_UPDATES;
import static io.crmkit.rights.Retention.Kind.SET_ASIDES;
import static io.crmkit.rights.Retention.Kind.SILENT_CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.ImportedContact;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.rights.Retention;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was kept long enough goes, and nothing younger. */
@Requirement("PRV-9")
abstract class RetentionRules extends StorageRules {
    private static final Retention POLICY =
            Retention.DEFAULT.keeping(SET_ASIDES, Duration.ofDays(10)).keeping(SILENT_CONTACTS, Duration.ofDays(20));

    RetentionRules(StorageUnderTest under) {
        super(under);
    }

    /** One of each kind, thirty days and an hour ago, and one of each, nine days ago. */
    private CrmSession olderAndYounger() {
        CrmSession clinic = clinic();
        for (String age : List.of("old", "young")) {
            clinic.capture(
                    said(age, age.equals("old") ? ANA : BRUNO, clock.instant()),
                    updated("waits-" + age, BRUNO, new StatusReached(DeliveryState.READ, clock.instant())),
                    new Unreadable("whatsapp", "1001", "unknown field", "{\"" + age + "\":1}"));
            clock.advance(age.equals("old") ? Duration.ofDays(21).plusHours(1) : Duration.ofDays(9));
        }
        clinic.importContacts(List.of(new ImportedContact("Carla", "+34600000009", null, List.of(), Set.of())), false);
        return clinic;
    }

    @Test
    void aDryRunTellsWhatWouldGoAndRemovesNothing() {
        CrmSession clinic = olderAndYounger();
        assertThat(clinic.privacy().retain(POLICY, true))
                .isEqualTo(Map.of(PENDING_UPDATES, 1L, SET_ASIDES, 1L, SILENT_CONTACTS, 1L));
        assertThat(contacts(clinic)).hasSize(3);
        assertThat(clinic.keptAside(null, 10)).hasSize(2);
        assertThat(clinic.privacy().retain(POLICY, true).get(PENDING_UPDATES)).isEqualTo(1);
    }

    @Test
    void whatIsOlderGoesAndNothingYounger() {
        CrmSession clinic = olderAndYounger();
        assertThat(clinic.privacy().retain(POLICY, false).get(SILENT_CONTACTS)).isEqualTo(1);
        assertThat(idsByContact(clinic)).containsExactly(List.of("young"), List.of());
        assertThat(clinic.privacy().retain(POLICY, true).values()).containsOnly(0L);
        assertThat(clinic.keptAside(null, 10))
                .extracting(each -> each.what().reason())
                .containsExactlyInAnyOrder("unknown field", "Its message did not come.");
        clinic.capture(MessageEvent.sent(
                ref("waits-young"), Party.of(BRUNO), Author.AGENT, clock.instant(), Content.text("Hola")));
        assertThat(message(clinic, "waits-young").delivery().state()).isEqualTo(DeliveryState.READ);
    }

    @Test
    void anUpdateWhoseMessageNeverCameIsSetAsideAfterThirtyDaysAndNotBefore() {
        CrmSession clinic = clinic();
        clinic.capture(updated("never", ANA, new StatusReached(DeliveryState.READ, clock.instant())));
        clock.advance(Duration.ofDays(30));
        assertThat(clinic.privacy().retain(Retention.DEFAULT, false)).isEqualTo(Map.of(PENDING_UPDATES, 0L));
        clock.advance(Duration.ofSeconds(1));
        assertThat(clinic.privacy().retain(Retention.DEFAULT, false)).isEqualTo(Map.of(PENDING_UPDATES, 1L));
        assertThat(clinic.keptAside(null, 10)).singleElement().satisfies(aside -> {
            assertThat(aside.what().reason()).isEqualTo("Its message did not come.");
            assertThat(aside.what().raw()).contains("never", "READ");
        });
    }

    @Test
    @Requirement("PRV-2")
    void onlyTheOwnerAndTheSystemRemoveWhatIsOld() {
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "user-9", Role.MANAGER))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.privacy().retain(Retention.DEFAULT, true))
                    .isInstanceOf(AccessDenied.class);
        }
    }
}
