package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.StatusReached;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import java.util.List;

/** A past that leaves at least one row in every table with a tenant. */
final class History {
    private History() {}

    static void ofEverything(CrmSession clinic) {
        clinic.capture(
                Clinic.wrote(Clinic.ANA, "e1", 0, "Hola"),
                Clinic.answered(Clinic.ANA, "e2", 1, "Buen día"),
                new UpdateEvent(
                        Clinic.ref("e2"),
                        Clinic.ANA,
                        new StatusReached(
                                DeliveryState.FAILED,
                                Clinic.minute(2),
                                new ProviderError(131026, "Undeliverable", "no device"))),
                new HappeningEvent(
                        Clinic.ref("h1"), Clinic.ANA, EventKind.values()[0], Clinic.minute(3), Content.text("")),
                Clinic.read(Clinic.somebody(7), "not-yet-here", 4),
                Clinic.booked(Clinic.ANA, "A1", 5, "Limpieza"),
                new Unreadable("whatsapp", "", "unknown field", "{\"odd\":true}"));
        added(clinic);
        joined(clinic);
        changedHands(clinic);
        contradicted(clinic);
        merged(clinic);
        spoken(clinic);
    }

    /** Something the business says. */
    static void spoken(CrmSession clinic) {
        ContactId ana = clinic.contacts(null, 1).items().get(0).id();
        Draft reminder = Draft.of(Purpose.REMINDER, Outgoing.Template.of("visit", "es_AR", "Ana"));
        assertThat(clinic.outreach().send(ana, reminder)).isInstanceOf(SendOutcome.Sent.class);
    }

    /** Two contacts that somebody of the business said to be one. */
    static void merged(CrmSession clinic) {
        List<ContactId> both = clinic
                .capture(
                        Clinic.wrote(Party.of(Identifier.phone("5491155550501")), "g1", 40, "Hola"),
                        Clinic.wrote(Party.of(Identifier.phone("5491155550502")), "g2", 41, "Hola"))
                .outcomes()
                .stream()
                .map(outcome -> ((Outcome.Captured) outcome).contact())
                .toList();
        assertThat(clinic.merge(both.get(0), both.get(1))).isInstanceOf(MergeOutcome.Merged.class);
        ContactId third = clinic.contacts(null, 1).items().get(0).id();
        assertThat(clinic.duplicates().dismiss(both.get(0), third)).isTrue();
    }

    /** What somebody adds by hand. */
    static void added(CrmSession clinic) {
        ContactId ana = clinic.contacts(null, 1).items().get(0).id();
        clinic.tag(ana, Tag.of("vip"));
        clinic.note(ana, "Prefers mornings");
        clinic.set(ana, "points", AttributeValue.of(12));
        clinic.segments().save(new SmartList(SegmentKey.of("talkers"), "Talkers", Criterion.tagged(Tag.of("vip"))));
        clinic.rebuildSearch();
    }

    /** Two contacts that the provider states to be one. */
    static void joined(CrmSession clinic) {
        Party byNumber = Party.of(Identifier.phone("5491155550201"));
        Party byUser = Party.of(Identifier.whatsAppUser("portfolio-1", "AR.2001"));
        clinic.capture(Clinic.wrote(byNumber, "j1", 10, "Hola, soy Bruno"));
        clinic.capture(Clinic.wrote(byUser, "j2", 11, "Hola de nuevo"));
        Party both =
                Party.of(byNumber.identifiers().get(0), byUser.identifiers().get(0));
        clinic.capture(Clinic.wrote(both, "j3", 12, "El mismo"));
    }

    /** A number that its holder gave up, and that somebody else has since. */
    static void changedHands(CrmSession clinic) {
        Identifier number = Identifier.phone("5491155550301");
        clinic.capture(Clinic.wrote(Party.of(number).named("Carla"), "s1", 20, "Hola, soy Carla"));
        clinic.capture(Clinic.wrote(Party.of(number).named("Diego"), "s2", 60, "Hola, soy Diego"));
        Identifier next = Identifier.phone("5491155550302");
        clinic.capture(new IdentityEvent(Clinic.WHATSAPP, Party.of(next).formerly(number), Clinic.minute(40), false));
    }

    /** Two contacts stated to be one although each has a user id of its own. */
    static void contradicted(CrmSession clinic) {
        Identifier number = Identifier.phone("5491155550401");
        Identifier one = Identifier.whatsAppUser("portfolio-1", "AR.4001");
        Identifier other = Identifier.whatsAppUser("portfolio-1", "AR.4002");
        clinic.capture(Clinic.wrote(Party.of(number, one), "c1", 30, "Hola"));
        clinic.capture(Clinic.wrote(Party.of(other), "c2", 31, "Hola"));
        Outcome last = clinic.capture(Clinic.wrote(Party.of(number, other), "c3", 32, "Hola"))
                .outcomes()
                .get(0);
        assertThat(last).isInstanceOf(Outcome.Captured.class);
    }
}
