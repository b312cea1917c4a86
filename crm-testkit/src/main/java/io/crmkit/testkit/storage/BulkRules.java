package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkAction.MergeInto;
import io.crmkit.bulk.BulkAction.PutTags;
import io.crmkit.bulk.BulkAction.SetStatus;
import io.crmkit.bulk.BulkAction.TakeTags;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkOutcome.Reason;
import io.crmkit.bulk.BulkOutcome.Refused;
import io.crmkit.bulk.BulkProgress;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Tag;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many contacts are changed in the background: each once, with a result, and as it is asked for once. */
@Requirement("BLK-6")
abstract class BulkRules extends StorageRules {
    static final Tag VIP = Tag.of("vip");
    static final Tag SUMMER = new Tag(Tag.Category.CAMPAIGN_SOURCE, "summer");
    static final BulkAction TAGGING = new PutTags(Set.of(VIP, SUMMER));

    BulkRules(StorageUnderTest under) {
        super(under);
    }

    /** So many contacts, by id. */
    static List<ContactId> people(CrmSession session, int count) {
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(said("p" + i, Identifier.phone("346000" + (10_000 + i)), minute(i)));
        }
        session.capture(events);
        return all(cursor -> session.contacts(cursor, 1_000)).stream()
                .map(ContactSummary::id)
                .sorted()
                .toList();
    }

    static Chosen these(List<ContactId> contacts) {
        return new Chosen.These(new HashSet<>(contacts));
    }

    static BulkId start(CrmSession session, BulkAction action, Chosen contacts) {
        BulkStart start = session.bulk().start(new BulkRequest("request of today", action, contacts));
        return ((BulkStart.Accepted) start).job().id();
    }

    static BulkJob job(CrmSession session, BulkId id) {
        return session.bulk().find(id).orElseThrow();
    }

    static List<BulkResult> results(CrmSession session, BulkId id) {
        return all(cursor -> session.bulk().results(id, cursor, 7));
    }

    static List<ContactId> having(CrmSession session, Criterion criterion) {
        return all(cursor -> session.contacts(ContactQuery.of(criterion), cursor, 1_000)).stream()
                .map(ContactSummary::id)
                .sorted()
                .toList();
    }

    final void work(Storage storage) {
        crm(storage).dueWork().runDue();
    }

    private static BulkResult result(ContactId contact, BulkOutcome outcome) {
        return new BulkResult(contact, outcome);
    }

    @Test
    @Requirement("BLK-1")
    void everybodyWhoFulfilsACriterionIsTaggedAndHasAResult() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 430);
        List<ContactId> early = having(clinic, new Criterion.FirstContact(null, minute(425)));
        assertThat(early).hasSize(425);
        clinic.tag(early.get(3), VIP);
        clinic.tag(early.get(4), VIP);
        clinic.tag(early.get(4), SUMMER);
        BulkId id = start(clinic, TAGGING, new Chosen.All(new Criterion.FirstContact(null, minute(425))));
        assertThat(job(clinic, id).state()).isEqualTo(State.WAITING);
        assertThat(results(clinic, id)).isEmpty();
        work(storage());
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(425, 424, 1, 0));
        assertThat(results(clinic, id))
                .hasSize(425)
                .extracting(BulkResult::contact)
                .containsExactlyElementsOf(early);
        assertThat(results(clinic, id).get(4)).isEqualTo(result(early.get(4), BulkOutcome.UNCHANGED));
        assertThat(having(clinic, Criterion.tagged(VIP))).isEqualTo(early);
        assertThat(having(clinic, Criterion.tagged(SUMMER))).isEqualTo(early).hasSizeLessThan(people.size());
    }

    @Test
    @Requirement("BLK-1")
    void aTagIsTakenOffAllThatHaveItAlthoughTheyThenNoLongerFulfilWhatTheyWereChosenBy() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 12);
        people.subList(0, 9).forEach(contact -> clinic.tag(contact, VIP));
        BulkId id = start(clinic, new TakeTags(Set.of(VIP)), new Chosen.All(Criterion.tagged(VIP)));
        work(storage());
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(9, 9, 0, 0));
        assertThat(having(clinic, Criterion.tagged(VIP))).isEmpty();
    }

    @Test
    @Requirement("BLK-2")
    void theStatusOfASelectionIsSetAndLetGoAgain() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 5);
        clinic.setStatus(people.get(1), ContactStatus.BLOCKED);
        BulkId blocking = start(clinic, new SetStatus(ContactStatus.BLOCKED), these(people.subList(0, 3)));
        work(storage());
        assertThat(job(clinic, blocking).progress()).isEqualTo(new BulkProgress(3, 2, 1, 0));
        assertThat(having(clinic, Criterion.status(ContactStatus.BLOCKED))).isEqualTo(people.subList(0, 3));
        BulkStart letting = clinic.bulk().start(new BulkRequest("let go", new SetStatus(null), these(people)));
        work(storage());
        assertThat(job(clinic, ((BulkStart.Accepted) letting).job().id()).progress())
                .isEqualTo(new BulkProgress(5, 3, 2, 0));
        assertThat(having(clinic, Criterion.status(ContactStatus.BLOCKED))).isEmpty();
        assertThat(clinic.bulk().newest(null, 1).items())
                .extracting(BulkJob::id)
                .doesNotContain(blocking);
        assertThat(all(cursor -> clinic.bulk().newest(cursor, 1))).hasSize(2);
    }

    @Test
    @Requirement("BLK-5")
    void aSelectionIsMergedIntoOneWhoLosesNothingAndEachMergeCanBeUndone() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 4);
        ContactId nobody = new ContactId(new UUID(-1, -9));
        List<ContactId> chosen = new ArrayList<>(people.subList(0, 3));
        chosen.add(nobody);
        BulkId id = start(clinic, new MergeInto(people.get(1)), these(chosen));
        work(storage());
        assertThat(results(clinic, id))
                .containsExactly(
                        result(people.get(0), BulkOutcome.DONE),
                        result(people.get(1), BulkOutcome.UNCHANGED),
                        result(people.get(2), BulkOutcome.DONE),
                        result(nobody, new Refused(Reason.UNKNOWN_CONTACT)));
        assertThat(all(cursor -> clinic.bulk().refusals(id, cursor, 5))).hasSize(1);
        assertThat(having(clinic, Criterion.EVERYBODY)).containsExactly(people.get(1), people.get(3));
        assertThat(ids(clinic, people.get(1))).containsExactly("p0", "p1", "p2");
        clinic.merges(people.get(1)).forEach(merge -> clinic.undo(merge.id()));
        assertThat(having(clinic, Criterion.EVERYBODY)).isEqualTo(people);
    }

    @Test
    @Requirement("BLK-5")
    void withoutTheSurvivorNobodyIsMerged() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 2);
        BulkId id = start(clinic, new MergeInto(new ContactId(new UUID(-1, -9))), these(people));
        work(storage());
        assertThat(results(clinic, id))
                .extracting(BulkResult::outcome)
                .containsOnly(new Refused(Reason.UNKNOWN_SURVIVOR));
        assertThat(having(clinic, Criterion.EVERYBODY)).isEqualTo(people);
    }

    @Test
    void whoWasMergedIsDealtWithAsTheSurvivorOnce() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        clinic.merge(people.get(2), people.get(0));
        BulkId id = start(clinic, TAGGING, these(people));
        work(storage());
        assertThat(results(clinic, id))
                .containsExactly(
                        result(people.get(0), BulkOutcome.DONE),
                        result(people.get(1), BulkOutcome.DONE),
                        result(people.get(2), BulkOutcome.UNCHANGED));
        assertThat(having(clinic, Criterion.tagged(VIP))).containsExactly(people.get(1), people.get(2));
    }

    @Test
    @Requirement("PRV-2")
    void contactsAndJobsOfAnotherTenantAreNotFound() {
        CrmSession owner = clinic();
        List<ContactId> people = people(owner, 3);
        BulkId owners = start(owner, new PutTags(Set.of(SUMMER)), these(people));
        CrmSession other = session(TenantId.of("taller-sur"));
        List<ContactId> own = people(other, 2);
        List<ContactId> both = new ArrayList<>(people);
        both.addAll(own);
        BulkId id = start(other, new PutTags(Set.of(VIP)), these(both));
        assertThat(other.bulk().cancel(owners)).isEmpty();
        work(storage());
        assertThat(job(other, id).progress()).isEqualTo(new BulkProgress(5, 2, 0, 3));
        assertThat(having(owner, Criterion.tagged(VIP))).isEmpty();
        assertThat(having(other, Criterion.tagged(VIP))).isEqualTo(own);
        assertThat(having(owner, Criterion.tagged(SUMMER))).isEqualTo(people);
        assertThat(other.bulk().find(owners)).isEmpty();
        assertThat(other.bulk().pause(owners)).isEmpty();
        assertThat(other.bulk().results(owners, null, 9).items()).isEmpty();
        assertThat(other.bulk().newest(null, 9).items()).extracting(BulkJob::id).containsExactly(id);
    }

    @Test
    void theSameRequestIsOneJobAndAnotherUnderItsKeyIsRefused() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        Chosen chosen = new Chosen.All(Criterion.all(
                Criterion.not(Criterion.tagged(VIP)), new Criterion.Counted(Criterion.Counter.INTERACTIONS, 1, 9)));
        BulkId id = start(clinic, TAGGING, chosen);
        assertThat(start(clinic, TAGGING, chosen)).isEqualTo(id);
        work(storage());
        assertThat(start(clinic, new PutTags(Set.of(SUMMER, VIP)), chosen)).isEqualTo(id);
        work(storage());
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(3, 3, 0, 0));
        for (BulkRequest other : List.of(
                new BulkRequest("request of today", new TakeTags(Set.of(VIP, SUMMER)), chosen),
                new BulkRequest("request of today", TAGGING, these(people)))) {
            assertThat(clinic.bulk().start(other)).isEqualTo(new BulkStart.KeyTaken());
        }
        work(storage());
        assertThat(having(clinic, Criterion.tagged(VIP))).isEqualTo(people);
        assertThat(clinic.bulk().newest(null, 9).items()).hasSize(1);
    }

    @Test
    void sixtyFourCallersWithOneKeyGetOneJob() throws Exception {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        List<CrmSession> callers = applications(64);
        List<BulkId> ids = Together.run(64, i -> () -> start(callers.get(i), TAGGING, these(people)));
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(clinic.bulk().newest(null, 9).items()).hasSize(1);
        work(storage());
        assertThat(job(clinic, ids.get(0)).progress()).isEqualTo(new BulkProgress(3, 3, 0, 0));
    }

    @Test
    void whatTheSettingsDoNotDeclareIsRefusedAtOnce() {
        CrmSession clinic = clinic();
        Chosen chosen = new Chosen.All(new Criterion.AttributeBetween("unheard_of", null, null));
        assertThatThrownBy(() -> start(clinic, TAGGING, chosen)).isInstanceOf(IllegalArgumentException.class);
        assertThat(clinic.bulk().newest(null, 9).items()).isEmpty();
    }

    @Test
    void nobodyAtAllIsDoneAtOnce() {
        CrmSession clinic = fresh();
        BulkId id = start(clinic, TAGGING, new Chosen.All(Criterion.EVERYBODY));
        work(storage());
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        AtomicInteger rounds = new AtomicInteger(crm(storage()).dueWork().runDue());
        assertThat(rounds).hasValue(0);
    }
}
