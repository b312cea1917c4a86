package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.BulkRules.TAGGING;
import static io.crmkit.testkit.storage.BulkRules.VIP;
import static io.crmkit.testkit.storage.BulkRules.having;
import static io.crmkit.testkit.storage.BulkRules.job;
import static io.crmkit.testkit.storage.BulkRules.people;
import static io.crmkit.testkit.storage.BulkRules.results;
import static io.crmkit.testkit.storage.BulkRules.start;
import static io.crmkit.testkit.storage.BulkRules.these;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.bulk.BulkAction.MergeInto;
import io.crmkit.bulk.BulkAction.SetStatus;
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
import io.crmkit.bulk.BulkWork;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.CaptureRules;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.merge.Merging;
import io.crmkit.outreach.Courier;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A job that is killed, stopped, shared or stumbles deals with each contact once all the same. */
@Requirement("BLK-6")
abstract class BulkInterruptionRules extends StorageRules {
    /** The steps of a dying storage: claiming is one piece of work, choosing the contacts the next. */
    private static final int ONCE_CHOSEN = 4;

    private static final int TWO_DEALT_WITH = 8;

    BulkInterruptionRules(StorageUnderTest under) {
        super(under);
    }

    private void work(Storage storage) {
        crm(storage).dueWork().runDue();
    }

    private boolean dies(int step) {
        try {
            work(new DyingStorage(storage(), step));
            return false;
        } catch (DyingStorage.Died died) {
            clock.advance(Duration.ofMinutes(6));
            return true;
        }
    }

    @Test
    void whereverItIsKilledTheNextOneGoesOnAndDoesNothingTwice() {
        int step = 0;
        for (boolean died = true; died; ) {
            step++;
            CrmSession clinic = fresh();
            List<ContactId> people = people(clinic, 4);
            BulkId id = start(clinic, new MergeInto(people.get(1)), new Chosen.All(Criterion.EVERYBODY));
            died = dies(step);
            work(storage());
            assertThat(job(clinic, id).state()).as("killed at step %d", step).isEqualTo(State.FINISHED);
            assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(4, 3, 1, 0));
            assertThat(results(clinic, id)).extracting(BulkResult::contact).isEqualTo(people);
            assertThat(clinic.merges(people.get(1))).hasSize(3);
        }
        assertThat(step).isGreaterThan(12);
    }

    @Test
    void onceChosenNobodyComesInAndNobodyDropsOut() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        BulkId id = start(clinic, TAGGING, new Chosen.All(Criterion.not(Criterion.status(ContactStatus.BLOCKED))));
        clinic.capture(said("early", Identifier.phone("34600099998"), hour(1)));
        assertThat(dies(ONCE_CHOSEN)).isTrue();
        clinic.capture(said("late", Identifier.phone("34600099999"), hour(1)));
        clinic.setStatus(people.get(2), ContactStatus.BLOCKED);
        work(storage());
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(4, 4, 0, 0));
        assertThat(having(clinic, Criterion.tagged(VIP))).hasSize(4).contains(people.get(2));
        assertThat(having(clinic, Criterion.EVERYBODY)).hasSize(5);
    }

    @Test
    void whatIsPausedWaitsAndGoesOnWhereItWas() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 6);
        BulkId id = start(clinic, new MergeInto(people.get(0)), these(people));
        assertThat(dies(TWO_DEALT_WITH)).isTrue();
        BulkJob paused = clinic.bulk().pause(id).orElseThrow();
        assertThat(paused.progress()).isEqualTo(new BulkProgress(6, 1, 1, 0));
        work(storage());
        assertThat(job(clinic, id)).isEqualTo(paused);
        assertThat(having(clinic, Criterion.EVERYBODY)).hasSize(5);
        clinic.bulk().resume(id);
        work(storage());
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(6, 5, 1, 0));
        assertThat(clinic.bulk().pause(id).orElseThrow().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void whatIsCancelledStaysSoAndWhatWasDoneStaysDone() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 6);
        BulkId id = start(clinic, new MergeInto(people.get(0)), these(people));
        assertThat(dies(TWO_DEALT_WITH)).isTrue();
        clinic.bulk().cancel(id);
        clinic.bulk().resume(id);
        work(storage());
        assertThat(job(clinic, id).state()).isEqualTo(State.CANCELLED);
        assertThat(job(clinic, id).progress().left()).isEqualTo(4);
        assertThat(results(clinic, id)).hasSize(2);
        assertThat(having(clinic, Criterion.EVERYBODY)).hasSize(5);
        assertThat(start(clinic, new MergeInto(people.get(0)), these(people))).isEqualTo(id);
    }

    @Test
    void onceAPauseIsInNothingMoreIsDone() throws Exception {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 12);
        BulkId id = start(clinic, new MergeInto(people.get(0)), these(people));
        List<BulkJob> seen = Together.run(2, i -> () -> {
            if (i == 0) {
                work(nodes().get(1));
            }
            while (job(clinic, id).progress().unchanged() == 0) {
                Thread.onSpinWait();
            }
            return clinic.bulk().pause(id).orElseThrow();
        });
        assertThat(job(clinic, id)).isEqualTo(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(having(clinic, Criterion.EVERYBODY))
                .hasSize(12 - seen.get(0).progress().done());
    }

    @Test
    void severalWhoHaveAJobAtOnceDealWithEachContactOnce() throws Exception {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 12);
        BulkId id = start(clinic, new MergeInto(people.get(0)), these(people));
        List<Storage> nodes = nodes();
        Together.run(
                4,
                i -> () -> task(nodes.get(i % nodes.size()), i)
                        .run(CLINIC, new Claim(id.value(), DueKind.BULK, 1, 1, Due.EVERYTHING)));
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(12, 11, 1, 0));
        assertThat(clinic.merges(people.get(0))).hasSize(11);
        assertThat(results(clinic, id)).hasSize(12);
    }

    private DueTask task(Storage storage, int node) {
        CaptureRules rules = new CaptureRules(
                Matching.standard(), Tenants.all(settings()), clock, new CountedIds(500 + node), List.of());
        Access access = new Access(AccessPolicy.standard(), storage, clock, new CountedIds(600 + node));
        return new BulkWork(storage, access, rules, new Merging(access, rules), new Courier(storage, rules, Map.of()));
    }

    @Test
    void severalNodesShareTheJobs() throws Exception {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 8);
        List<BulkId> jobs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            BulkRequest request = new BulkRequest("job " + i, TAGGING, these(people.subList(i, 8)));
            jobs.add(((BulkStart.Accepted) clinic.bulk().start(request)).job().id());
        }
        List<Storage> nodes = nodes();
        Together.run(4, i -> () -> crm(nodes.get(i % nodes.size())).dueWork().runDue());
        // One that lost a race for a row leaves it to whoever won; what nobody won is still due.
        work(storage());
        int done = 0;
        for (BulkId id : jobs) {
            assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
            done += job(clinic, id).progress().done();
        }
        assertThat(done).isEqualTo(8);
        assertThat(having(clinic, Criterion.tagged(VIP))).isEqualTo(people);
    }

    @Test
    void aContactThatCannotBeDealtWithKeepsNobodyElseFromIt() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 5);
        BulkId id = start(clinic, new SetStatus(ContactStatus.BLOCKED), these(people));
        Storage spoilt = new SpoiltStorage(
                storage(), "additions", given -> given instanceof Set<?> some && some.contains(people.get(2)));
        for (int i = 0; i < 3; i++) {
            assertThat(job(clinic, id).state()).isNotEqualTo(State.FINISHED);
            work(spoilt);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(5, 4, 0, 1));
        assertThat(clinic.bulk().refusals(id, null, 9).items())
                .containsExactly(new BulkResult(people.get(2), new Refused(Reason.FAILED)));
        assertThat(results(clinic, id).get(3).outcome()).isEqualTo(BulkOutcome.DONE);
    }

    @Test
    void aJobThatFailsAsAWholeIsParkedAndSaysSoUntilItIsResumed() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        BulkId id = start(clinic, TAGGING, these(people));
        Storage spoilt = new SpoiltStorage(storage(), "bulks", given -> true);
        for (int i = 0; i < 16; i++) {
            assertThat(clinic.bulk().stuck(id)).isEmpty();
            work(spoilt);
            clock.advance(Duration.ofMinutes(11));
        }
        assertThat(clinic.bulk().stuck(id).orElseThrow().error()).isEqualTo("IllegalStateException");
        work(storage());
        assertThat(job(clinic, id).state()).isEqualTo(State.WAITING);
        clinic.bulk().resume(id);
        assertThat(clinic.bulk().stuck(id)).isEmpty();
        work(storage());
        assertThat(job(clinic, id).progress()).isEqualTo(new BulkProgress(3, 3, 0, 0));
    }

    @Test
    void aJobOfOneTenantIsNotCarriedOutForAnother() {
        CrmSession clinic = clinic();
        List<ContactId> people = people(clinic, 3);
        BulkId id = start(clinic, TAGGING, these(people));
        DueTask.Result result = task(storage(), 1)
                .run(TenantId.of("taller-sur"), new Claim(id.value(), DueKind.BULK, 1, 1, Due.EVERYTHING));
        assertThat(result).isEqualTo(new DueTask.Result.Done());
        assertThat(job(clinic, id).state()).isEqualTo(State.WAITING);
    }
}
