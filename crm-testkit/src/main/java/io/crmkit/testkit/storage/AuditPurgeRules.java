package io.crmkit.testkit.storage;

import static io.crmkit.rights.Retention.Kind.AUDIT;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditVerdict.Reason;
import io.crmkit.audit.AuditVerdict.Sound;
import io.crmkit.audit.AuditVerdict.Tampered;
import io.crmkit.audit.Checkpoint;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Actor;
import io.crmkit.rights.Retention;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the audit kept long enough goes, and what is left can be verified as before. */
@Requirement({"PRV-3", "PRV-9"})
abstract class AuditPurgeRules extends StorageRules {
    private static final Retention POLICY = new Retention(Map.of(AUDIT, Duration.ofDays(30)));

    private final List<Checkpoint> kept = new ArrayList<>();

    AuditPurgeRules(StorageUnderTest under) {
        super(under);
    }

    private CrmSession keeping() {
        return Crm.create(storage()).clock(clock).checkpoints(kept::add).build().as(Actor.system(CLINIC));
    }

    private List<AuditEntry> entries() {
        return storage().within(CLINIC, work -> work.audit().page(AuditQuery.EVERYTHING, null, 1_000));
    }

    /** Forty days ago two hundred and five entries, five days ago three. */
    private ContactId oldAndYoung(CrmSession clinic) {
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        for (int i = entries().size(); i < 204; i++) {
            clinic.profile(ana);
        }
        clinic.audit().seal();
        clock.advance(Duration.ofDays(35));
        clinic.profile(ana);
        clinic.profile(ana);
        clinic.audit().seal();
        clock.advance(Duration.ofDays(5));
        return ana;
    }

    @Test
    void whatIsOldGoesFromTheBeginningOnAndTheRestIsSound() {
        CrmSession clinic = keeping();
        ContactId ana = oldAndYoung(clinic);
        assertThat(clinic.privacy().retain(POLICY, true)).isEqualTo(Map.of(AUDIT, 205L));
        assertThat(clinic.audit().verify()).isInstanceOf(Sound.class);

        assertThat(clinic.privacy().retain(POLICY, false)).isEqualTo(Map.of(AUDIT, 205L));

        assertThat(entries())
                .noneMatch(entry -> entry.at().isBefore(clock.instant().minus(Duration.ofDays(30))));
        assertThat(clinic.audit().page(AuditQuery.of(ana), null, 10).items()).hasSize(2);
        assertThat(clinic.audit().verify()).isInstanceOf(Sound.class);
        assertThat(clinic.privacy().retain(POLICY, false)).isEqualTo(Map.of(AUDIT, 0L));
        assertThat(clinic.privacy().retain(POLICY, true)).isEqualTo(Map.of(AUDIT, 0L));
        long end = clinic.audit().seal();
        assertThat(clinic.audit().verify()).isEqualTo(new Sound(end, 1));
        assertThat(clinic.audit().verify(kept.toArray(Checkpoint[]::new))).isInstanceOf(Sound.class);
    }

    @Test
    void aCheckpointOfTheBeginningStillTellsWhetherItIsWhatItWas() {
        CrmSession clinic = keeping();
        oldAndYoung(clinic);
        clinic.privacy().retain(POLICY, false);
        Checkpoint first = kept.get(0);
        assertThat(first.place()).isEqualTo(205);
        Checkpoint other = new Checkpoint(CLINIC, first.place(), "0".repeat(64), first.at());
        assertThat(clinic.audit().verify(other)).isEqualTo(new Tampered(205, Reason.CONTRADICTS_CHECKPOINT));
    }

    @Test
    void whatIsNotSealedYetStays() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.profile(holder(clinic, ANA));
        int waiting = entries().size();
        clock.advance(Duration.ofDays(40));
        clinic.privacy().retain(POLICY, false);
        assertThat(entries()).hasSize(waiting + 1);
    }
}
