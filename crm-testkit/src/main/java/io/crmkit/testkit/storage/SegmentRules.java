package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Transfer;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Explanation;
import io.crmkit.segment.Known;
import io.crmkit.segment.Membership;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import io.crmkit.segment.Segments.Removal;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.SegmentThresholds;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is in which segment, since when and why. */
@Requirement({"SEG-1", "SEG-3"})
abstract class SegmentRules extends StorageRules {
    private static final SegmentKey VIPS = SegmentKey.of("vips");

    SegmentRules(StorageUnderTest under) {
        super(under);
    }

    @Override
    TenantSettings settings() {
        return TenantSettings.DEFAULT.withSegments(SegmentThresholds.DEFAULT.withHighValue(2, new BigDecimal("1000")));
    }

    private List<String> keys(CrmSession clinic, Instant now) {
        return memberships(clinic, now).stream()
                .map(each -> each.segment().key().value())
                .toList();
    }

    private List<Membership> memberships(CrmSession clinic, Instant now) {
        clock.set(now);
        return clinic.segments().of(onlyContact(clinic).id());
    }

    private Optional<Instant> since(CrmSession clinic, String key, Instant now) {
        return memberships(clinic, now).stream()
                .filter(each -> each.segment().key().value().equals(key))
                .findFirst()
                .orElseThrow()
                .since();
    }

    @Test
    void theSixFollowFromWhatHappensAndFromTheClock() {
        CrmSession clinic = clinic();
        clock.set(hour(24 * 80));
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(keys(clinic, minute(1))).containsExactly("new", "active");
        assertThat(keys(clinic, hour(5))).containsExactly("new", "active", "needs_follow_up");
        clinic.capture(MessageEvent.sent(ref("m2"), Party.of(ANA), Author.AGENT, hour(6), Content.text("answer")));
        assertThat(keys(clinic, hour(24 * 20))).containsExactly("new");
        assertThat(keys(clinic, hour(24 * 70))).containsExactly("at_risk");
        for (String id : List.of("A1", "A2", "A3")) {
            Booking booking =
                    Booking.of(id.equals("A3") ? AppointmentStatus.BOOKED : AppointmentStatus.ATTENDED, MONDAY);
            clinic.capture(AppointmentRules.told(id, ANA, hour(24 * 71), booking));
        }
        assertThat(keys(clinic, hour(24 * 72))).containsExactly("active", "high_value", "frequent_bookers");
        for (String key : List.of("active", "high_value", "frequent_bookers")) {
            assertThat(clinic.segments()
                            .page(SegmentKey.of(key), Order.LAST_CONTACT, null, 5)
                            .items())
                    .hasSize(1);
            assertThat(clinic.segments().size(SegmentKey.of(key))).isEqualTo(new SegmentSize(1, false));
        }
        assertThat(clinic.segments().size(SegmentKey.of("new"))).isEqualTo(new SegmentSize(0, false));
    }

    @Test
    void whoNeverWroteIsNotAtRiskAndWhoSpentTheThresholdDidNotSpendMuch() {
        CrmSession clinic = clinic();
        clinic.capture(
                AppointmentRules.told("P1", ANA, MONDAY, AppointmentRules.paid(Transfer.Kind.PAYMENT, "1000", "ARS")));
        assertThat(keys(clinic, hour(24 * 100))).isEmpty();
        clinic.capture(AppointmentRules.told(
                "P2", ANA, minute(1), AppointmentRules.paid(Transfer.Kind.PAYMENT, "0.01", "ARS")));
        assertThat(keys(clinic, hour(24 * 100))).containsExactly("high_value");
        assertThat(since(clinic, "high_value", hour(24 * 100))).contains(minute(1));
    }

    @Test
    void whoWasCalledForIsFollowedUpUntilItIsResolved() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), happened("e1", ANA, EventKind.ESCALATED, minute(1)));
        assertThat(since(clinic, "needs_follow_up", minute(2))).contains(minute(1));
        clinic.capture(happened("e2", ANA, EventKind.RESOLUTION_CONFIRMED, minute(3)));
        assertThat(keys(clinic, minute(4))).doesNotContain("needs_follow_up");
    }

    @Test
    @Requirement("SEG-4")
    void sinceIsWhenItBecameSoWithoutABreak() {
        CrmSession clinic = clinic();
        clock.set(hour(24 * 40));
        for (int day : List.of(0, 5, 10, 30, 34)) {
            clinic.capture(said("m" + day, ANA, hour(24 * day)));
        }
        assertThat(since(clinic, "active", hour(24 * 35))).as("after the gap").contains(hour(24 * 30));
        assertThat(since(clinic, "needs_follow_up", hour(24 * 35)))
                .as("never answered: since the first question waited for long")
                .contains(hour(24 * 34 + 4).plusNanos(1_000));
        assertThat(since(clinic, "at_risk", hour(24 * 200))).contains(hour(24 * 94));
    }

    @Test
    @Requirement("SEG-4")
    void everyMembershipSaysWhatItRestsOn() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                AppointmentRules.told("A1", ANA, minute(1), Booking.of(AppointmentStatus.ATTENDED, MONDAY)),
                AppointmentRules.told("A2", ANA, minute(2), Booking.of(AppointmentStatus.ATTENDED, hour(1))));
        clock.set(hour(2));
        ContactId ana = onlyContact(clinic).id();
        Explanation high =
                clinic.segments().explain(ana, SegmentKey.of("high_value")).orElseThrow();
        assertThat(high.fulfilled()).isTrue();
        assertThat(high.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.found()).containsExactly("attended appointments: 2");
            assertThat(reason.entries()).extracting(ProviderRef::id).containsExactly("A2", "A1");
        });
        Explanation risk =
                clinic.segments().explain(ana, SegmentKey.of("at_risk")).orElseThrow();
        assertThat(risk.fulfilled()).isFalse();
        assertThat(risk.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.found()).containsExactly("last contact " + minute(2)));
        assertThat(clinic.segments().explain(new ContactId(new UUID(0, 9)), SegmentKey.of("new")))
                .isEmpty();
    }

    @Test
    void smartListsAreSavedListedAndTakenAway() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, MONDAY));
        ContactId ana = MergeRules.holder(clinic, ANA);
        clinic.tag(ana, Tag.of("vip"));
        SmartList vips = new SmartList(VIPS, "Clientes VIP", Criterion.tagged(Tag.of("vip")));
        clinic.segments().save(vips);
        SmartList others = new SmartList(SegmentKey.of("others"), "Los demás", Criterion.not(new Known.In(VIPS)));
        clinic.segments().save(others);
        assertThat(clinic.segments().all()).hasSize(8).last().satisfies(last -> {
            assertThat(last.name()).isEqualTo("Clientes VIP");
            assertThat(last.criterion()).isEqualTo(vips.criterion());
        });
        assertThat(clinic.segments().page(VIPS, Order.LAST_CONTACT, null, 5).items())
                .extracting(summary -> summary.id())
                .containsExactly(ana);
        assertThat(clinic.segments()
                        .page(others.key(), Order.LAST_CONTACT, null, 5)
                        .items())
                .extracting(summary -> summary.id())
                .containsExactly(MergeRules.holder(clinic, BRUNO));
        assertThat(clinic.segments().of(ana))
                .last()
                .satisfies(last -> assertThat(last.segment().key()).isEqualTo(VIPS));
        assertThat(clinic.segments().remove(VIPS)).isEqualTo(Removal.REFERRED_TO);
        assertThat(clinic.segments().remove(others.key())).isEqualTo(Removal.REMOVED);
        assertThat(clinic.segments().remove(VIPS)).isEqualTo(Removal.REMOVED);
        assertThat(clinic.segments().remove(VIPS)).isEqualTo(Removal.UNKNOWN);
        assertThat(session(TenantId.of("taller-sur")).segments().all()).hasSize(6);
    }

    @Test
    void whatWouldNotBeReadableIsNotSaved() {
        CrmSession clinic = clinic();
        clinic.segments().save(new SmartList(VIPS, "VIP", Criterion.EVERYBODY));
        SegmentKey loop = SegmentKey.of("loop");
        clinic.segments().save(new SmartList(loop, "Loop", new Known.In(VIPS)));
        for (SmartList bad : List.of(
                new SmartList(VIPS, "VIP", new Known.In(loop)),
                new SmartList(VIPS, "VIP", new Known.In(VIPS)),
                new SmartList(VIPS, "VIP", new Known.In(SegmentKey.of("nowhere"))),
                new SmartList(SegmentKey.of("at_risk"), "Mine", Criterion.EVERYBODY))) {
            assertThatThrownBy(() -> clinic.segments().save(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> clinic.contacts(ContactQuery.of(new Known.In(SegmentKey.of("nowhere"))), null, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clinic.segments().all()).hasSize(8);
    }

    @Test
    @Requirement("PRV-2")
    void agentsReadSegmentsAndHeadsEditThem() {
        SmartList vips = new SmartList(VIPS, "VIP", Criterion.EVERYBODY);
        CrmSession agent = crm(storage()).as(Actor.person(CLINIC, "ana", Role.AGENT));
        assertThatThrownBy(() -> agent.segments().save(vips)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> agent.segments().remove(VIPS)).isInstanceOf(AccessDenied.class);
        crm(storage()).as(Actor.person(CLINIC, "eva", Role.MANAGER)).segments().save(vips);
        assertThat(agent.segments().all()).hasSize(7);
        CrmSession analyst = crm(storage()).as(Actor.person(CLINIC, "leo", Role.ANALYST));
        assertThatThrownBy(() -> analyst.segments().all()).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> analyst.segments().size(VIPS)).isInstanceOf(AccessDenied.class);
    }
}
