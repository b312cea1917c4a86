package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.StatusReached;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.rights.ErasureNote;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is erased is gone, with everybody they were merged of, and nobody else is touched. */
@Requirement("PRV-5")
abstract class ErasureRules extends StorageRules {
    ErasureRules(StorageUnderTest under) {
        super(under);
    }

    static List<InboundEvent> anasDay() {
        return List.of(
                said("m1", Party.of(ANA, ANA_ID).named("Ana"), MONDAY, "Hola, soy Ana"),
                updated("m1", ANA, new StatusReached(DeliveryState.READ, minute(1))),
                updated("never-came", ANA, new StatusReached(DeliveryState.READ, minute(2))),
                happened("e1", ANA_ID, EventKind.CONVERSATION_ENDED, minute(3)),
                said("m2", ANA, hour(40)),
                new Unreadable("whatsapp", "1001", "unknown field", "{\"from\":\"5491150000001\"}"));
    }

    private static void everything(CrmSession clinic) {
        clinic.capture(anasDay());
        ContactId ana = holder(clinic, ANA);
        clinic.tag(ana, Tag.of("vip"));
        clinic.note(ana, "prefers mornings");
        clinic.verdicts().state(ana, FactType.COMPANY, "", new FactValue.Text("Acme"));
        clinic.verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
    }

    @Test
    void nothingOfAPersonIsLeftAndTheCertificateSaysSo() {
        CrmSession clinic = clinic();
        clinic.capture(said("b1", Party.of(BRUNO).named("Bruno"), MONDAY, "Hola, soy Bruno"));
        Snapshot others = Snapshot.of(clinic);
        everything(clinic);
        ContactId ana = holder(clinic, ANA);

        Erasure erasure = clinic.privacy().erase(ana).orElseThrow();

        assertThat(erasure.complete()).isTrue();
        assertThat(erasure.contacts()).containsExactly(ana);
        assertThat(erasure.by()).isEqualTo("system");
        assertThat(erasure.at()).isEqualTo(clock.instant());
        assertThat(erasure.removed()).isNotEmpty();
        assertThat(erasure.remaining())
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(clinic.profile(ana)).isEmpty();
        assertThat(clinic.facts(ana)).isEmpty();
        assertThat(timeline(clinic, ana)).isEmpty();
        assertThat(clinic.assist(ana, 500)).isEmpty();
        assertThat(clinic.keptAside(null, 10)).isEmpty();
        for (String typed : List.of("ana", "5491150000001", "AR.1001")) {
            assertThat(clinic.searchContacts(typed, null, 10).items()).isEmpty();
        }
        assertThat(clinic.searchMessages("soy ana", null, 10).items()).isEmpty();
        assertThat(Snapshot.of(clinic)).isEqualTo(others);
    }

    @Test
    void whoIsErasedTwiceIsErasedOnce() {
        CrmSession clinic = clinic();
        everything(clinic);
        ContactId ana = holder(clinic, ANA);
        Erasure erasure = clinic.privacy().erase(ana).orElseThrow();
        clock.advance(Duration.ofDays(1));
        assertThat(clinic.privacy().erase(ana)).contains(erasure);
        assertThat(clinic.privacy().erasure(ana)).contains(erasure);
        assertThat(clinic.privacy().erasure(new ContactId(new UUID(1, 1)))).isEmpty();
        assertThat(clinic.privacy().erase(new ContactId(new UUID(1, 1)))).isEmpty();
    }

    @Test
    void whoWasMergedGoesWhole() {
        CrmSession clinic = clinic();
        Identifier third = Identifier.phone("34600000003");
        clinic.capture(
                said("m1", ANA, MONDAY),
                said("m2", BRUNO, minute(1)),
                said("m3", third, minute(2)),
                said("c1", BRUNO_ID, hour(1)));
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        ContactId last = holder(clinic, third);
        clinic.merge(ana, bruno);
        MergeOutcome.Merged merged = (MergeOutcome.Merged) clinic.merge(last, ana);

        Erasure erasure = clinic.privacy().erase(bruno).orElseThrow();

        assertThat(erasure.complete()).isTrue();
        assertThat(erasure.contacts()).containsExactlyInAnyOrder(ana, bruno, last);
        for (ContactId each : List.of(ana, bruno, last)) {
            assertThat(clinic.profile(each)).isEmpty();
            assertThat(clinic.privacy().erasure(each)).contains(erasure);
        }
        assertThat(clinic.undo(merged.merge())).isInstanceOf(UndoOutcome.Unknown.class);
        assertThat(idsByContact(clinic)).containsExactly(List.of("c1"));
    }

    @Test
    void aNumberThatIsSomebodyElsesNowStaysTheirs() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = List.of(
                said("m1", Party.of(ANA).named("Carla"), MONDAY, "soy Carla"),
                said("m2", Party.of(ANA).named("Diego"), minute(60), "soy Diego"),
                stated(Party.of(BRUNO).formerly(ANA), minute(40)),
                said("m3", BRUNO, minute(70)));
        clinic.capture(events);
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);
        assertThat(ids(clinic, carla)).containsExactly("m1", "m3");

        assertThat(clinic.privacy().erase(carla).orElseThrow().complete()).isTrue();
        clinic.capture(events);

        assertThat(onlyContact(clinic).id()).isEqualTo(diego);
        assertThat(ids(clinic, diego)).containsExactly("m2");
        clinic.capture(said("m4", ANA, minute(80)));
        assertThat(ids(clinic, diego)).containsExactly("m2", "m4");
    }

    @Test
    void whoHadANumberBeforeKeepsWhatTheySaid() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = List.of(
                said("m1", ANA, MONDAY),
                said("m2", ANA, minute(60)),
                stated(Party.of(BRUNO).formerly(ANA), minute(40)),
                said("m3", BRUNO, minute(70)));
        clinic.capture(events);
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);

        assertThat(clinic.privacy().erase(diego).orElseThrow().complete()).isTrue();
        clinic.capture(events);

        assertThat(onlyContact(clinic).id()).isEqualTo(carla);
        assertThat(ids(clinic, carla)).containsExactly("m1", "m3");
        clock.advance(Duration.ofDays(2));
        clinic.capture(said("m4", ANA, clock.instant()));
        assertThat(idsByContact(clinic)).containsExactly(List.of("m1", "m3"), List.of("m4"));
    }

    @Test
    @Requirement("PRV-2")
    void agentsBotsAndManagersEraseNobody() {
        everything(clinic());
        ContactId ana = holder(clinic(), ANA);
        for (Actor actor : List.of(
                Actor.bot(CLINIC),
                Actor.person(CLINIC, "user-8", Role.AGENT),
                Actor.person(CLINIC, "user-9", Role.MANAGER, Role.AUDITOR))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.privacy().erase(ana)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> session.privacy().erasure(ana)).isInstanceOf(AccessDenied.class);
        }
        assertThat(session(TenantId.of("taller-sur")).privacy().erase(ana)).isEmpty();
        assertThat(clinic().profile(ana)).isPresent();
        CrmSession owner = crm(storage()).as(Actor.person(CLINIC, "user-1", Role.OWNER));
        assertThat(owner.privacy().erase(ana).orElseThrow().by()).isEqualTo("user-1");
    }

    @Test
    void whatIsBrokenOffAfterTheKeysIsFinishedLaterAndUnreadableMeanwhile() {
        List<ErasureNote> noted = new ArrayList<>();
        boolean[] full = {true};
        Crm crm = Crm.create(storage())
                .clock(clock)
                .erasures(new ErasureLedger() {
                    @Override
                    public void note(ErasureNote note) {
                        if (full[0]) {
                            throw new IllegalStateException("full");
                        }
                        noted.add(note);
                    }

                    @Override
                    public List<ErasureNote> notes() {
                        return noted;
                    }
                })
                .build();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("b1", BRUNO, MONDAY));
        everything(clinic);
        ContactId ana = holder(clinic, ANA);

        assertThatThrownBy(() -> clinic.privacy().erase(ana)).isInstanceOf(IllegalStateException.class);

        assertThat(idsByContact(clinic)).containsExactly(List.of("b1"));
        assertThat(clinic.profile(ana)).isEmpty();
        assertThat(timeline(clinic, ana)).isEmpty();
        assertThat(clinic.searchMessages("soy ana", null, 10).items()).isEmpty();
        clinic.capture(anasDay());
        clock.advance(Duration.ofMinutes(1));
        clinic.capture(said("new", ANA, clock.instant()));
        assertThat(idsByContact(clinic)).containsExactly(List.of("b1"), List.of("new"));
        assertThat(clinic.privacy().erasure(ana).orElseThrow().complete()).isFalse();

        full[0] = false;
        clock.advance(Duration.ofMinutes(10));
        assertThat(crm.dueWork().runDue()).isPositive();

        assertThat(clinic.privacy().erasure(ana).orElseThrow().complete()).isTrue();
        assertThat(noted).extracting(ErasureNote::contacts).containsExactly(Set.of(ana));
        assertThat(idsByContact(clinic)).containsExactly(List.of("b1"), List.of("new"));
    }
}
