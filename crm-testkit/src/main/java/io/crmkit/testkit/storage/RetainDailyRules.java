package io.crmkit.testkit.storage;

import static io.crmkit.rights.Retention.Kind.SILENT_CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.privacy.Actor;
import io.crmkit.rights.ErasureLedger;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.Retention;
import io.crmkit.rights.RetentionPolicy;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tenant's policy keeps no longer goes by itself, once a day. */
@Requirement("PRV-9")
abstract class RetainDailyRules extends StorageRules {
    private static final TenantId OTHER = TenantId.of("taller-sur");
    private static final Retention MONTH = new Retention(Map.of(SILENT_CONTACTS, Duration.ofDays(30)));

    RetainDailyRules(StorageUnderTest under) {
        super(under);
    }

    private Crm keeping(RetentionPolicy policy, ErasureLedger ledger) {
        return Crm.create(storage())
                .clock(clock)
                .retention(policy)
                .erasures(ledger)
                .build();
    }

    private void work(Crm crm) {
        clock.advance(Duration.ofMinutes(1));
        crm.dueWork().runDue();
    }

    @Test
    void whatIsOldGoesOnceADayAndOfEachTenantByItsOwnPolicy() {
        Crm crm = keeping(tenant -> tenant.equals(CLINIC) ? MONTH : new Retention(Map.of()), ErasureLedger.none());
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        CrmSession other = crm.as(Actor.system(OTHER));
        for (CrmSession each : List.of(clinic, other)) {
            each.capture(said("m1", ANA, clock.instant()));
            assertThat(contacts(each)).hasSize(1);
        }
        work(crm);
        assertThat(contacts(clinic)).as("young").hasSize(1);
        clock.advance(Duration.ofDays(29));
        clinic.capture(said("m2", BRUNO, clock.instant()));
        work(crm);
        assertThat(contacts(clinic)).hasSize(2);
        clock.advance(Duration.ofDays(1));
        work(crm);
        assertThat(idsByContact(clinic)).containsExactly(List.of("m2"));
        assertThat(contacts(other)).as("keeps all").hasSize(1);
        List<AuditEntry> erasures =
                storage().within(CLINIC, work -> work.audit().page(AuditQuery.by("retention"), null, 100)).stream()
                        .filter(entry -> entry.action().equals("ERASE_CONTACT"))
                        .toList();
        assertThat(erasures).hasSize(1);
    }

    @Test
    void whatIsBrokenOffGoesOn() {
        boolean[] full = {true};
        Crm crm = keeping(RetentionPolicy.all(MONTH), new ErasureLedger() {
            @Override
            public void note(ErasureNote note) {
                if (full[0]) {
                    full[0] = false;
                    throw new IllegalStateException("full");
                }
            }

            @Override
            public List<ErasureNote> notes() {
                return List.of();
            }
        });
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", ANA, clock.instant()), said("m2", BRUNO, clock.instant()));
        assertThat(contacts(clinic)).hasSize(2);
        clock.advance(Duration.ofDays(31));
        work(crm);
        work(crm);
        assertThat(full[0]).as("it was broken off").isFalse();
        clock.advance(Duration.ofHours(2));
        work(crm);
        assertThat(contacts(clinic)).isEmpty();
    }
}
