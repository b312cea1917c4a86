package io.crmkit.testkit.storage;

import static io.crmkit.due.DueKind.EXTRACT_BY_MODEL;
import static io.crmkit.due.DueKind.EXTRACT_BY_RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmException;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Matching;
import io.crmkit.contact.Party;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask.Result;
import io.crmkit.due.Trigger;
import io.crmkit.due.Upcoming;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is captured makes due what has to be looked at. */
@Requirement("CAP-12")
abstract class DueCaptureRules extends WorkRules {
    DueCaptureRules(StorageUnderTest under) {
        super(under);
    }

    private void capture(InboundEvent... events) {
        CaptureRules rules = new CaptureRules(
                Matching.standard(),
                Tenants.all(TenantSettings.DEFAULT),
                clock,
                new CountedIds(77),
                List.of(
                        new Trigger(EXTRACT_BY_RULES, Duration.ZERO),
                        new Trigger(EXTRACT_BY_MODEL, Duration.ofMinutes(10))));
        new Capture(storage(), new Access(AccessPolicy.standard(), storage(), clock, new CountedIds(78)), rules)
                .capture(Actor.system(CLINIC), List.of(events));
    }

    @Test
    void aMessageOfACustomerMakesTheirContactDueOnceHoweverMany() {
        capture(
                said("m1", ANA, MONDAY),
                said("m2", ANA, minute(1)),
                said("m3", BRUNO, minute(2)),
                MessageEvent.sent(ref("m4"), Party.of(BRUNO_ID), Author.BOT, minute(3), Content.text("hola")));
        capture(said("m5", ANA, minute(4)));
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_RULES), 9))
                .containsExactly(new Upcoming(CLINIC, clock.instant()), new Upcoming(CLINIC, clock.instant()));
        assertThat(storage().upcoming(Set.of(EXTRACT_BY_MODEL), 9))
                .hasSize(2)
                .allMatch(next -> next.at().equals(clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void anEditMakesDueAndAStatusDoesNot() {
        capture(said("m1", ANA, MONDAY));
        noting(claim -> new Result.Done()).runDue();
        capture(updated("m1", ANA, new StatusReached(DeliveryState.READ, minute(2))));
        assertThat(noting(claim -> new Result.Done()).runDue()).isZero();
        capture(updated("m1", ANA, new MessageEdited(minute(3), Content.text("other"))));
        assertThat(noting(claim -> new Result.Done()).runDue()).isEqualTo(1);
    }

    @Test
    void aCaptureThatFailsMakesNothingDue() {
        assertThatThrownBy(() -> storage().within(CLINIC, work -> {
                    work.due().add(List.of(new Due(subject(1), EXTRACT_BY_RULES, clock.instant())));
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        assertThat(storage().upcoming(ALL, 9)).isEmpty();
    }

    @Test
    void whatIsAddedTwiceWithinOnePieceOfWorkIsThereOnce() {
        storage().within(CLINIC, work -> {
            Due due = Due.atOnce(subject(1), EXTRACT_BY_RULES, clock.instant());
            work.due().add(List.of(due));
            work.due().add(List.of(due));
            return due;
        });
        assertThat(storage().upcoming(ALL, 9)).containsExactly(new Upcoming(CLINIC, clock.instant()));
    }

    @Test
    void whatIsNotToBeWaitedWithIsBroughtForwardAndNothingElseIs() {
        for (DueKind kind : DueKind.values()) {
            add(new Due(subject(1), kind, clock.instant().plusSeconds(600)));
            add(Due.atOnce(subject(1), kind, clock.instant()));
            add(new Due(subject(1), kind, clock.instant().plusSeconds(900)));
            assertThat(storage().upcoming(Set.of(kind), 9))
                    .as(kind.name())
                    .containsExactly(new Upcoming(
                            CLINIC,
                            kind.impatient() ? clock.instant() : clock.instant().plusSeconds(600)));
        }
    }

    private static final class Broken extends CrmException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("broken");
        }
    }
}
