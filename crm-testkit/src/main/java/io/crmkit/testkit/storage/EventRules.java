package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.ContactRestored;
import io.crmkit.event.DomainEvent.ContactsMerged;
import io.crmkit.event.DomainEvent.FactCorrected;
import io.crmkit.event.DomainEvent.MergeUndone;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.StatusReached;
import io.crmkit.interaction.Transfer;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host hears what happens: each thing once, in every order in which it may come. */
@Requirement("HST-4")
abstract class EventRules extends HeardRules {
    EventRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void aFirstMessageTellsOfTheContactAndThenOfTheMessage() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));

        List<DomainEvent> news = hearing.news();
        assertThat(news).hasSize(2).allMatch(event -> event.heading().tenant().equals(CLINIC));
        assertThat(news.get(0)).isInstanceOf(DomainEvent.ContactCreated.class);
        assertThat(Hearing.whom(news)).containsExactly(onlyContact(clinic).id());
        assertThat(((MessageCaptured) news.get(1)).interaction())
                .isEqualTo(message(clinic, "m1").id());
        assertThat(news).allMatch(event -> event.heading().at().equals(clock.instant()));
    }

    @Test
    void whatComesAgainIsToldOnce() {
        CrmSession clinic = heardBy(hearing);
        assertThat(heard(clinic, said("m1", ANA, MONDAY))).hasSize(2);
        assertThat(heard(clinic, said("m1", ANA, MONDAY), said("m1", ANA, MONDAY)))
                .isEmpty();
        assertThat(heard(clinic, said("m2", ANA, minute(1)), said("m1", ANA, MONDAY), said("m2", ANA, minute(1))))
                .containsExactly("MessageCaptured m2");
        assertThat(heard(clinic, updated("m1", ANA, new StatusReached(DeliveryState.READ, minute(2)))))
                .isEmpty();
    }

    @Test
    void bookingsPaymentsAndSystemEventsAreTold() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));
        hearing.news();
        InboundEvent booked =
                AppointmentRules.told("A1", ANA, minute(1), Booking.of(AppointmentStatus.BOOKED, hour(50)));
        assertThat(heard(clinic, booked, booked)).containsExactly("AppointmentChanged BOOKED");
        assertThat(heard(
                        clinic,
                        AppointmentRules.told(
                                "P1", ANA, minute(2), AppointmentRules.paid(Transfer.Kind.PAYMENT, "10", "ARS"))))
                .containsExactly("PaymentCaptured");
        assertThat(heard(clinic, happened("e1", ANA, EventKind.ESCALATED, minute(3))))
                .containsExactly("SystemEventCaptured e1");
    }

    @Test
    void aConversationEndsByAnEndOrByALaterOne() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));
        hearing.news();
        assertThat(heard(clinic, happened("e1", ANA, EventKind.CONVERSATION_ENDED, minute(5))))
                .containsExactly("SystemEventCaptured e1", "ConversationEnded");
        assertThat(heard(clinic, said("m2", ANA, hour(1)))).containsExactly("MessageCaptured m2");
        assertThat(heard(clinic, said("m3", ANA, hour(50)))).containsExactly("MessageCaptured m3", "ConversationEnded");
        assertThat(heard(clinic, happened("e1", ANA, EventKind.CONVERSATION_ENDED, minute(5))))
                .isEmpty();
    }

    @Test
    void theSameIsToldInEveryOrderOfArrival() {
        List<InboundEvent> events = List.of(
                said("m1", ANA, MONDAY),
                said("m2", ANA, hour(30)),
                AppointmentRules.told("A1", ANA, hour(31), Booking.of(AppointmentStatus.BOOKED, hour(90))),
                said("m3", ANA, hour(60)));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = heardBy(hearing, TenantId.of("order-" + tenants));
            order.forEach(clinic::capture);
            clinic.capture(order);
            assertThat(hearing.news(clinic))
                    .containsExactlyInAnyOrder(
                            "ContactCreated",
                            "MessageCaptured m1",
                            "MessageCaptured m2",
                            "MessageCaptured m3",
                            "AppointmentChanged BOOKED",
                            "ConversationEnded",
                            "ConversationEnded");
        }
    }

    @Test
    void whoTurnsOutToBeOneIsToldAndThenWhatHappensToTheSurvivor() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.capture(said("m2", ANA_ID, minute(1)));
        List<ContactId> both = Hearing.whom(hearing.news());
        clinic.capture(said("m3", Party.of(ANA, ANA_ID), minute(2), "it is me"));

        ContactId survivor = onlyContact(clinic).id();
        List<DomainEvent> news = hearing.news();
        assertThat(Hearing.whom(news)).containsExactly(survivor);
        assertThat(news.get(0))
                .isInstanceOfSatisfying(
                        ContactsMerged.class,
                        merged -> assertThat(both).containsExactlyInAnyOrder(survivor, merged.absorbed()));
        assertThat(news.get(1)).isInstanceOf(MessageCaptured.class);
        assertThat(news).hasSize(2);
    }

    @Test
    void aMergeByHandAndItsUndoAreToldOfBoth() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, minute(1)));
        clinic.capture(said("m3", ANA, hour(40)), said("m4", BRUNO, hour(41)));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        clinic.tag(bruno, Tag.of("vip"));
        clinic.verdicts().state(bruno, FactType.COMPANY, "", new FactValue.Text("Acme"));
        hearing.news();

        var merge = MergeRules.merged(clinic.merge(ana, bruno));
        assertThat(hearing.news()).singleElement().isInstanceOfSatisfying(ContactsMerged.class, merged -> {
            assertThat(merged.contact()).isEqualTo(ana);
            assertThat(merged.absorbed()).isEqualTo(bruno);
        });
        clinic.undo(merge);
        List<DomainEvent> news = hearing.news();
        assertThat(news).hasSize(2);
        assertThat(news.get(0)).isInstanceOfSatisfying(MergeUndone.class, undone -> {
            assertThat(undone.contact()).isEqualTo(ana);
            assertThat(undone.restored()).isEqualTo(bruno);
        });
        assertThat(news.get(1)).isInstanceOfSatisfying(ContactRestored.class, restored -> {
            assertThat(restored.contact()).isEqualTo(bruno);
            assertThat(restored.survivor()).isEqualTo(ana);
        });
        clinic.undo(merge);
        assertThat(hearing.news()).isEmpty();
    }

    @Test
    void whatIsAddedByHandIsToldWhereItChangesAnything() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = onlyContact(clinic).id();
        hearing.news();
        clinic.tag(ana, Tag.of("vip"));
        clinic.tag(ana, Tag.of("vip"));
        clinic.untag(ana, Tag.of("other"));
        clinic.setStatus(ana, null);
        clinic.note(ana, "prefers mornings");
        clinic.untag(ana, Tag.of("vip"));
        assertThat(hearing.news(clinic))
                .containsExactly("ContactEdited TAGS", "ContactEdited NOTES", "ContactEdited TAGS");
    }

    @Test
    void factsAreToldWhenTheyAreLearnedCorrectedAndWithdrawn() {
        CrmSession clinic = heardBy(hearing);
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = onlyContact(clinic).id();
        hearing.news();
        Fact acme = clinic.verdicts()
                .state(ana, FactType.COMPANY, "", new FactValue.Text("Acme"))
                .orElseThrow();
        assertThat(hearing.news(clinic)).containsExactly("FactLearned");
        clinic.verdicts().accept(ana, acme.id());
        assertThat(hearing.news()).isEmpty();
        Fact apex = clinic.verdicts()
                .correct(ana, acme.id(), new FactValue.Text("Apex"))
                .orElseThrow();
        assertThat(hearing.news()).singleElement().isInstanceOfSatisfying(FactCorrected.class, corrected -> {
            assertThat(corrected.fact()).isEqualTo(apex.id());
            assertThat(corrected.before()).isEqualTo(acme.id());
        });
        clinic.verdicts().reject(ana, apex.id());
        assertThat(hearing.news(clinic)).containsExactly("FactWithdrawn");
    }
}
