package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.SegmentEntered;
import io.crmkit.event.DomainEvent.SegmentLeft;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.EventKind;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.SegmentThresholds;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who enters and leaves a segment is told, also when only the clock moved. */
@Requirement("SEG-5")
abstract class SegmentEventRules extends StorageRules {
    private static final Set<DueKind> SEGMENTS = Set.of(DueKind.SEGMENTS, DueKind.SURVEY_SEGMENTS);

    private final Hearing hearing = new Hearing();
    private TenantSettings settings = TenantSettings.DEFAULT;
    private int nodes;

    SegmentEventRules(StorageUnderTest under) {
        super(under);
    }

    @BeforeEach
    void aMonday() {
        clock.set(MONDAY);
    }

    @Override
    TenantSettings settings() {
        return settings;
    }

    private Crm watching() {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(800 + ++nodes))
                .tenants(any -> settings)
                .subscriber("segments", hearing)
                .build();
    }

    /** What became of segments since this was asked last, in words. */
    private List<String> looked(Crm crm) {
        crm.dueWork().runDue();
        return hearing.news().stream().flatMap(event -> word(event).stream()).toList();
    }

    private static List<String> word(DomainEvent event) {
        if (event instanceof SegmentEntered entered) {
            return List.of("+" + entered.segment());
        }
        return event instanceof SegmentLeft left ? List.of("-" + left.segment()) : List.of();
    }

    @Test
    void aFirstMessageMakesAContactNewAndActiveAndAnUnansweredOneInNeedOfFollowUp() {
        Crm crm = watching();
        clinic(crm).capture(said("m1", ANA, MONDAY));
        assertThat(looked(crm)).containsExactlyInAnyOrder("+new", "+active");
        assertThat(looked(crm)).isEmpty();
        clock.advance(Duration.ofHours(4).minusNanos(1_000));
        assertThat(looked(crm)).isEmpty();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(looked(crm)).containsExactly("+needs_follow_up");
    }

    private static CrmSession clinic(Crm crm) {
        return crm.as(Actor.system(CLINIC));
    }

    @Test
    @Requirement("SEG-6")
    void whatTheClockAloneChangesIsDueAtExactlyItsMomentAndNothingIsLookedAtBefore() {
        Crm crm = watching();
        clinic(crm).capture(said("m1", ANA, MONDAY), happened("e1", ANA, EventKind.CONVERSATION_ENDED, minute(1)));
        assertThat(looked(crm)).containsExactlyInAnyOrder("+new", "+active");
        // Days are the tenant's calendar days: at the same time of day.
        Instant[] flips = {
            minute(1).plus(Duration.ofDays(7)),
            MONDAY.plus(Duration.ofDays(30)),
            minute(1).plus(Duration.ofDays(60))
        };
        List<List<String>> expected = List.of(List.of("-active"), List.of("-new"), List.of("+at_risk"));
        for (int i = 0; i < flips.length; i++) {
            Instant due = storage().upcoming(SEGMENTS, 9).get(0).at();
            assertThat(Duration.between(flips[i], due)).isBetween(Duration.ZERO, Duration.ofMillis(1));
            clock.set(due.minusNanos(1_000));
            assertThat(crm.dueWork().runDue()).isZero();
            clock.set(due);
            assertThat(looked(crm)).isEqualTo(expected.get(i));
        }
        assertThat(storage().upcoming(SEGMENTS, 9)).as("nothing more to come").isEmpty();
    }

    @Test
    void whoIsMergedLeavesAndWhoIsRestoredEntersAgain() {
        Crm crm = watching();
        CrmSession clinic = clinic(crm);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, minute(-1)));
        assertThat(looked(crm)).hasSize(4);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        var merge = MergeRules.merged(clinic.merge(MergeRules.holder(clinic, ANA), bruno));
        assertThat(looked(crm)).containsExactlyInAnyOrder("-new", "-active");
        clinic.undo(merge);
        crm.dueWork().runDue();
        assertThat(hearing.news())
                .filteredOn(SegmentEntered.class::isInstance)
                .hasSize(2)
                .allMatch(event -> event.contact().equals(bruno));
    }

    @Test
    void whereSegmentsAreDefinedAnewEverybodyIsLookedAtOnceAndOnlyThen() {
        Crm crm = watching();
        CrmSession clinic = clinic(crm);
        for (int i = 0; i < 450; i++) {
            clinic().capture(AppointmentRules.told("A" + i, mail(i), MONDAY, booked()));
        }
        clinic.capture(AppointmentRules.told("B", mail(0), MONDAY, booked()));
        List<String> first = looked(crm);
        assertThat(first).filteredOn("+new"::equals).hasSize(450);
        assertThat(first).filteredOn("+frequent_bookers"::equals).isEmpty();
        settings = settings.withSegments(SegmentThresholds.DEFAULT.withFrequentBookings(2));
        clinic.events().segmentsRedefined();
        assertThat(looked(crm)).containsExactly("+frequent_bookers");
        settings = settings.withSegments(SegmentThresholds.DEFAULT.withFrequentBookings(1));
        clinic.capture(said("m1", BRUNO, MONDAY));
        assertThat(looked(crm)).filteredOn("+frequent_bookers"::equals).hasSize(449);
        clinic.events().segmentsRedefined();
        assertThat(crm.dueWork().runDue()).isEqualTo(1);
        assertThat(hearing.news()).isEmpty();
    }

    private static Identifier mail(int i) {
        return Identifier.email("p" + i + "@example.org");
    }

    private static Booking booked() {
        return Booking.of(AppointmentStatus.BOOKED, hour(5));
    }

    @Test
    void killedAnywhereEachEntryIsToldOnceAfterItHappened() {
        int step = 1;
        for (boolean died = true; died; step++) {
            Crm calm = watching();
            CrmSession session = calm.as(fresh().actor());
            session.capture(said("m1", ANA, MONDAY));
            died = false;
            try {
                Crm.create(new DyingStorage(storage(), step))
                        .clock(clock)
                        .ids(new CountedIds(900 + step))
                        .tenants(any -> settings)
                        .subscriber("segments", event -> {})
                        .build()
                        .dueWork()
                        .runDue();
            } catch (DyingStorage.Died expected) {
                died = true;
            }
            clock.advance(Duration.ofMinutes(6));
            calm.dueWork().runDue();
            hearing.news();
            session.capture(said("m2", ANA, hour(1)));
            assertThat(looked(calm)).as("killed at step %s", step).isEmpty();
            Set<String> noted = storage().within(session.actor().tenant(), work -> {
                ContactId ana = work.contacts().byFirstContact(null, 1).get(0).id();
                return work.memberships().of(List.of(ana)).values().stream()
                        .flatMap(Set::stream)
                        .map(Object::toString)
                        .collect(Collectors.toSet());
            });
            assertThat(noted).containsExactlyInAnyOrder("new", "active");
            clock.set(MONDAY);
        }
        assertThat(step).isGreaterThan(8);
    }

    @Test
    void whoDoesNotWantToKnowMakesNothingDue() {
        Crm crm = Crm.create(storage())
                .clock(clock)
                .tenants(any -> settings)
                .subscriber("segments", hearing)
                .withoutSegmentEvents()
                .build();
        clinic(crm).capture(said("m1", ANA, MONDAY));
        assertThat(storage().upcoming(SEGMENTS, 9).stream().map(Upcoming::at)).isEmpty();
        assertThat(looked(crm)).isEmpty();
    }
}
