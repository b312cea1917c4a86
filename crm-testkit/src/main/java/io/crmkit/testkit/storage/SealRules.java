package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditVerdict.Reason;
import io.crmkit.audit.AuditVerdict.Sound;
import io.crmkit.audit.AuditVerdict.Tampered;
import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.audit.SealAudit;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entries are sealed soon into a chain of their tenant, which tells whether anything of it was changed. */
@Requirement("PRV-3")
abstract class SealRules extends StorageRules {
    private static final Set<DueKind> SEALING = Set.of(DueKind.SEAL_AUDIT);

    SealRules(StorageUnderTest under) {
        super(under);
    }

    private Crm keeping(CheckpointSink sink) {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(300))
                .checkpoints(sink)
                .build();
    }

    private static void look(CrmSession session, int times) {
        for (int i = 0; i < times; i++) {
            session.profile(new ContactId(new UUID(1, 1)));
        }
    }

    @Test
    void whatIsRecordedIsSealedWithinFiveSecondsAndThenThereIsNothingToDo() {
        Crm crm = keeping(CheckpointSink.NONE);
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        look(clinic, 5);
        assertThat(crm.dueWork().runDue()).as("not yet").isZero();
        clock.advance(Duration.ofMillis(4_500));
        assertThat(crm.dueWork().runDue()).isEqualTo(1);
        assertThat(storage().upcoming(SEALING, 10)).as("idle").isEmpty();
        assertThat(clinic.audit().verify()).isEqualTo(new Sound(5, 1));
    }

    @Test
    void aThousandEntriesAreNotWaitedWith() {
        Crm crm = keeping(CheckpointSink.NONE);
        look(crm.as(Actor.system(CLINIC)), 1_002);
        assertThat(crm.dueWork().runDue()).isEqualTo(1);
        assertThat(crm.as(Actor.system(CLINIC)).audit().verify()).isEqualTo(new Sound(1_002, 1));
    }

    @Test
    void whoeverSealsAtTheSameTimeSealsEachEntryOnce() throws Exception {
        List<Storage> nodes = nodes();
        look(clinic(), 300);
        Together.run(4, i -> () -> {
            Storage node = nodes.get(i % 2);
            CrmSession session = Crm.create(node)
                    .clock(clock)
                    .ids(new CountedIds(400 + i))
                    .build()
                    .as(Actor.system(CLINIC));
            for (int k = 0; k < 20; k++) {
                look(session, 1);
                new SealAudit(node, CheckpointSink.NONE, clock).seal(CLINIC);
            }
            return null;
        });
        assertThat(clinic().audit().seal()).isEqualTo(300 + 80 + 1);
        assertThat(clinic().audit().verify()).isEqualTo(new Sound(381, 1));
    }

    @Test
    void eachTenantHasItsChain() {
        look(clinic(), 3);
        CrmSession other = session(TenantId.of("taller-sur"));
        look(other, 2);
        assertThat(clinic().audit().seal()).isEqualTo(4);
        assertThat(other.audit().verify()).isEqualTo(new Sound(0, 3));
        assertThat(other.audit().seal()).isEqualTo(4);
    }

    @Test
    void itsEndIsHandedOverUntilItIsKept() {
        List<Checkpoint> kept = new ArrayList<>();
        boolean[] away = {true};
        Crm crm = keeping(checkpoint -> {
            if (away[0]) {
                throw new IllegalStateException("away");
            }
            kept.add(checkpoint);
        });
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        look(clinic, 3);
        clock.advance(Duration.ofSeconds(5));
        crm.dueWork().runDue();
        away[0] = false;
        clock.advance(Duration.ofSeconds(5));
        crm.dueWork().runDue();
        clock.advance(Duration.ofSeconds(5));
        crm.dueWork().runDue();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).place()).isEqualTo(3);
        assertThat(clinic.audit().verify(kept.get(0))).isEqualTo(new Sound(3, 1));
        Checkpoint changed = new Checkpoint(CLINIC, 2, kept.get(0).seal(), clock.instant());
        assertThat(clinic.audit().verify(changed)).isEqualTo(new Tampered(2, Reason.CONTRADICTS_CHECKPOINT));
        Checkpoint later = new Checkpoint(CLINIC, 4, kept.get(0).seal(), clock.instant());
        assertThat(clinic.audit().verify(later))
                .as("the tail is cut off")
                .isEqualTo(new Tampered(4, Reason.CONTRADICTS_CHECKPOINT));
    }

    @Test
    void onlyWhoMayReadTheAuditDoesAndThatIsOnRecordToo() {
        clinic().capture(said("m1", Party.of(ANA), MONDAY, "Hola"));
        for (Role role : List.of(Role.OWNER, Role.AUDITOR)) {
            CrmSession reader = crm(storage()).as(Actor.person(CLINIC, "user-1", role));
            reader.audit().page(AuditQuery.EVERYTHING, null, 10);
            assertThat(reader.audit().page(AuditQuery.by("user-1"), null, 10).items())
                    .isNotEmpty()
                    .allMatch(entry -> entry.action().equals("VIEW_AUDIT"));
        }
        for (Role role : List.of(Role.MANAGER, Role.AGENT, Role.ANALYST)) {
            CrmSession other = crm(storage()).as(Actor.person(CLINIC, "user-2", role));
            assertThatThrownBy(() -> other.audit().page(AuditQuery.EVERYTHING, null, 10))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> other.audit().verify()).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> other.audit().seal()).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void pagesOfTheAuditGoOnWhereTheyEnded() {
        look(clinic(), 5);
        List<String> actions = all(cursor -> clinic().audit()
                        .page(
                                AuditQuery.by("system")
                                        .between(null, clock.instant().plusSeconds(1)),
                                cursor,
                                2))
                .stream()
                .map(entry -> entry.action())
                .toList();
        assertThat(actions).filteredOn("VIEW_CONTACT"::equals).hasSize(5);
    }
}
