package io.crmkit.testkit.storage;

import static io.crmkit.request.PersonRequest.Kind.ACCESS;
import static io.crmkit.request.PersonRequest.Kind.ERASURE;
import static io.crmkit.request.PersonRequest.Kind.RECTIFICATION;
import static io.crmkit.rights.Retention.Kind.CLOSED_REQUESTS;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.RequestFulfilled;
import io.crmkit.merge.MergeOutcome.Merged;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequest.Extension;
import io.crmkit.request.PersonRequest.Kind;
import io.crmkit.request.PersonRequest.Refusal;
import io.crmkit.request.PersonRequest.State;
import io.crmkit.request.Regime;
import io.crmkit.request.RequestId;
import io.crmkit.rights.RequestChange;
import io.crmkit.rights.RequestChange.Changed;
import io.crmkit.rights.RequestChange.Reason;
import io.crmkit.rights.RequestChange.Refused;
import io.crmkit.rights.Requests;
import io.crmkit.rights.Retention;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people ask for is not forgotten, and known by when it is to be done. */
@Requirement({"PRV-4", "PRV-5", "PRV-6", "PRV-9"})
abstract class RequestRules extends StorageRules {
    RequestRules(StorageUnderTest under) {
        super(under);
    }

    private PersonRequest asked(Requests requests, ContactId contact, Kind kind, Regime regime) {
        return requests.open(contact, kind, regime, clock.instant(), "ticket-7").orElseThrow();
    }

    private static PersonRequest changed(RequestChange outcome) {
        return ((Changed) outcome).request();
    }

    @Test
    void theOneThatIsDueFirstComesFirstAndWhatIsClosedNoMore() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, MONDAY));
        Requests requests = clinic.privacy().requests();
        ContactId ana = holder(clinic, ANA);
        PersonRequest month = asked(requests, ana, ACCESS, Regime.GDPR);
        PersonRequest week = asked(requests, holder(clinic, BRUNO), RECTIFICATION, Regime.LEY_25326);
        PersonRequest fortnight = asked(requests, ana, ERASURE, Regime.LGPD);
        Instant far = clock.instant().plus(Duration.ofDays(400));

        List<PersonRequest> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<PersonRequest> page = requests.due(far, cursor, 1);
            paged.addAll(page.items());
            cursor = page.next().orElse(null);
        } while (cursor != null);

        assertThat(paged).containsExactly(week, fortnight, month);
        assertThat(requests.due(far, null, 3).next()).as("all of them").isEmpty();
        assertThat(storage().within(CLINIC, work -> work.audit().page(AuditQuery.of(ana), null, 100)).stream()
                        .map(AuditEntry::action))
                .as("who is in a list is on record")
                .contains("VIEW_REQUESTS");
        assertThat(requests.due(fortnight.dueAt(), null, 10).items()).containsExactly(week);
        assertThat(requests.of(ana)).containsExactlyInAnyOrder(month, fortnight);
        assertThat(week.overdue(week.dueAt().minusNanos(1_000))).isFalse();
        assertThat(week.overdue(week.dueAt())).isTrue();

        clock.advance(Duration.ofDays(1));
        PersonRequest done = changed(requests.fulfil(week.id()));
        assertThat(done.state()).isEqualTo(State.FULFILLED);
        assertThat(done.closedAt()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS));
        assertThat(changed(requests.refuse(fortnight.id(), Refusal.OBLIGED_TO_KEEP))
                        .refusal())
                .isEqualTo(Refusal.OBLIGED_TO_KEEP);
        assertThat(requests.due(far, null, 10).items()).containsExactly(month);
        assertThat(changed(requests.withdraw(month.id())).state()).isEqualTo(State.WITHDRAWN);
        assertThat(requests.due(far, null, 10).items()).isEmpty();
        assertThat(requests.of(ana)).extracting(PersonRequest::open).containsOnly(false);
    }

    @Test
    void whereTheLawHasItADeadlineIsExtendedOnceAndInTime() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        Requests requests = clinic.privacy().requests();
        ContactId ana = holder(clinic, ANA);
        PersonRequest european = asked(requests, ana, ACCESS, Regime.GDPR);
        PersonRequest late = asked(requests, ana, ACCESS, Regime.GDPR);
        PersonRequest argentine = asked(requests, ana, ACCESS, Regime.LEY_25326);

        PersonRequest longer = changed(requests.extend(european.id(), Extension.NUMBER_OF_REQUESTS));
        assertThat(longer.dueAt()).isAfter(european.dueAt().plus(Duration.ofDays(55)));
        assertThat(longer.extension()).isEqualTo(Extension.NUMBER_OF_REQUESTS);
        assertThat(requests.extend(european.id(), Extension.COMPLEXITY))
                .isEqualTo(new Refused(Reason.EXTENDED_ALREADY));
        assertThat(requests.extend(argentine.id(), Extension.COMPLEXITY)).isEqualTo(new Refused(Reason.NO_EXTENSION));
        clock.advance(Duration.ofDays(40));
        assertThat(requests.extend(late.id(), Extension.COMPLEXITY)).isEqualTo(new Refused(Reason.TOO_LATE));
        requests.fulfil(late.id());
        assertThat(requests.fulfil(late.id())).isEqualTo(new Refused(Reason.CLOSED_ALREADY));
        assertThat(requests.withdraw(new RequestId(new UUID(1, 1)))).isEqualTo(new Refused(Reason.UNKNOWN_REQUEST));
        assertThat(requests.open(new ContactId(new UUID(1, 1)), ACCESS, Regime.GDPR, MONDAY, ""))
                .isEmpty();
        assertThat(requests.open(ana, ACCESS, Regime.GDPR, MONDAY, "r".repeat(100)))
                .isPresent();
        assertThatThrownBy(() -> requests.open(ana, ACCESS, Regime.GDPR, MONDAY, "r".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        requests.open(ana, ACCESS, Regime.GDPR, clock.instant().plusSeconds(1), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasAskedForIsFollowedThroughMergesAndOutlivesAnErasure() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, MONDAY));
        Requests requests = clinic.privacy().requests();
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        PersonRequest request = asked(requests, bruno, ERASURE, Regime.GDPR);
        Merged merged = (Merged) clinic.merge(ana, bruno);
        assertThat(requests.of(ana)).extracting(PersonRequest::id).containsExactly(request.id());
        assertThat(requests.of(bruno)).extracting(PersonRequest::contact).containsExactly(ana);
        clinic.undo(merged.merge());
        assertThat(requests.of(ana)).isEmpty();
        assertThat(requests.of(bruno)).containsExactly(request);

        clinic.privacy().restrict(bruno);
        assertThat(clinic.privacy().erase(bruno).orElseThrow().complete()).isTrue();
        assertThat(changed(requests.fulfil(request.id())).state()).isEqualTo(State.FULFILLED);
        assertThat(requests.of(bruno)).extracting(PersonRequest::state).containsExactly(State.FULFILLED);
        assertThat(clinic.privacy().erasure(bruno).orElseThrow().remaining().values())
                .containsOnly(0L);
    }

    @Test
    void whatWasClosedLongAgoIsForgottenAndWhatIsOpenIsNot() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, clock.instant()));
        Requests requests = clinic.privacy().requests();
        ContactId ana = holder(clinic, ANA);
        PersonRequest open = asked(requests, ana, ACCESS, Regime.GDPR);
        requests.fulfil(asked(requests, ana, ACCESS, Regime.GDPR).id());
        clock.advance(Duration.ofDays(9));
        PersonRequest young = changed(
                requests.fulfil(asked(requests, ana, ACCESS, Regime.GDPR).id()));
        clock.advance(Duration.ofDays(2));
        Retention policy = new Retention(Map.of(CLOSED_REQUESTS, Duration.ofDays(10)));
        assertThat(clinic.privacy().retain(policy, true)).isEqualTo(Map.of(CLOSED_REQUESTS, 1L));
        assertThat(requests.of(ana)).hasSize(3);
        assertThat(clinic.privacy().retain(policy, false)).isEqualTo(Map.of(CLOSED_REQUESTS, 1L));
        assertThat(requests.of(ana)).containsExactlyInAnyOrder(open, young);
    }

    @Test
    @Requirement("HST-4")
    void whoeverWasGivenTheDataIsToldOnceThatARequestWasFulfilled() {
        List<DomainEvent> told = new ArrayList<>();
        List<DomainEvent> delivered = new ArrayList<>();
        Crm crm = Crm.create(storage())
                .clock(clock)
                .listener(told::add)
                .subscriber("recipients", delivered::add)
                .build();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        Requests requests = clinic.privacy().requests();
        PersonRequest corrected = asked(requests, ana, RECTIFICATION, Regime.LEY_25326);
        requests.withdraw(asked(requests, ana, ACCESS, Regime.GDPR).id());
        PersonRequest forgotten = asked(requests, ana, ERASURE, Regime.GDPR);
        requests.fulfil(corrected.id());
        requests.fulfil(corrected.id());
        crm.dueWork().runDue();
        clinic.privacy().erase(ana);
        requests.fulfil(forgotten.id());
        crm.dueWork().runDue();
        for (List<DomainEvent> events : List.of(told, delivered)) {
            assertThat(events)
                    .filteredOn(RequestFulfilled.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.contact()).isEqualTo(ana);
                        assertThat(((RequestFulfilled) event).kind()).isEqualTo(RECTIFICATION);
                        assertThat(((RequestFulfilled) event).request()).isEqualTo(corrected.id());
                    });
        }
    }

    @Test
    @Requirement("PRV-2")
    void agentsAndAuditorsHandleNoneAndNobodyOfAnotherTenantDoes() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        PersonRequest request = asked(clinic.privacy().requests(), ana, ACCESS, Regime.GDPR);
        for (Role role : List.of(Role.AGENT, Role.AUDITOR)) {
            Requests requests = crm(storage())
                    .as(Actor.person(CLINIC, "user-8", role))
                    .privacy()
                    .requests();
            assertThatThrownBy(() -> requests.fulfil(request.id())).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> requests.of(ana)).isInstanceOf(AccessDenied.class);
        }
        Requests others = session(TenantId.of("taller-sur")).privacy().requests();
        assertThat(others.fulfil(request.id())).isEqualTo(new Refused(Reason.UNKNOWN_REQUEST));
        assertThat(others.of(ana)).isEmpty();
        assertThat(clinic.privacy().requests().of(ana)).containsExactly(request);
    }
}
