package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.BulkRules.TAGGING;
import static io.crmkit.testkit.storage.BulkRules.people;
import static io.crmkit.testkit.storage.BulkRules.these;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.bulk.BulkAction.MergeInto;
import io.crmkit.bulk.BulkActions;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Only who may change in bulk does, and nobody does in bulk what they may not do to one. */
@Requirement("BLK-6")
abstract class BulkAccessRules extends StorageRules {
    BulkAccessRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void anAgentAndABotNeitherStartNorSeeNorStop() {
        List<ContactId> people = people(clinic(), 2);
        for (Actor actor : List.of(Actor.person(CLINIC, "user-8", Role.AGENT), Actor.bot(CLINIC))) {
            BulkActions bulk = crm(storage()).as(actor).bulk();
            BulkId id = new BulkId(new UUID(7, 7));
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> bulk.start(new BulkRequest("k", TAGGING, these(people))),
                    () -> bulk.find(id),
                    () -> bulk.newest(null, 9),
                    () -> bulk.results(id, null, 9),
                    () -> bulk.refusals(id, null, 9),
                    () -> bulk.pause(id),
                    () -> bulk.resume(id),
                    () -> bulk.cancel(id),
                    () -> bulk.stuck(id))) {
                assertThatThrownBy(call).isInstanceOf(AccessDenied.class);
            }
        }
        assertThat(clinic().bulk().newest(null, 9).items()).isEmpty();
    }

    @Test
    void aManagerStartsAndIsNamed() {
        List<ContactId> people = people(clinic(), 2);
        CrmSession manager = crm(storage()).as(Actor.person(CLINIC, "user-9", Role.MANAGER));
        BulkStart start = manager.bulk().start(new BulkRequest("k", TAGGING, these(people)));
        assertThat(((BulkStart.Accepted) start).job().startedBy()).isEqualTo("user-9");
    }

    @Test
    void whoMayNotMergeTwoDoesNotMergeMany() {
        List<ContactId> people = people(clinic(), 3);
        CrmSession limited = Crm.create(storage())
                .clock(clock)
                .accessPolicy((actor, permission) -> permission != Permission.MERGE_CONTACTS)
                .build()
                .as(Actor.system(CLINIC));
        assertThatThrownBy(
                        () -> limited.bulk().start(new BulkRequest("k", new MergeInto(people.get(0)), these(people))))
                .isInstanceOf(AccessDenied.class);
        assertThat(limited.bulk().newest(null, 9).items()).isEmpty();
    }
}
