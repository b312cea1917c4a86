package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.appointment.Appointment;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Note;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.InteractionId;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever belongs to either of two contacts is the survivor's after a merge, and is whose it was after its undo. */
@Requirement({"MRG-2", "MRG-3"})
abstract class MergedBelongingsRules extends StorageRules {
    private static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withAttributes(
            new AttributeType("insurer", AttributeType.Kind.TEXT, AttributeType.Search.EXACTLY),
            new AttributeType("points", AttributeType.Kind.NUMBER, AttributeType.Search.BY_RANGE));

    MergedBelongingsRules(StorageUnderTest under) {
        super(under);
    }

    /** What a contact has, in words; insights by the messages they are about. */
    private record Belongings(
            Set<Tag> tags,
            Set<String> notes,
            Map<String, AttributeValue> attributes,
            Set<String> facts,
            Set<String> appointments,
            Set<String> spent,
            Set<InteractionId> read) {}

    private Crm crm() {
        return Crm.create(storage())
                .clock(clock)
                .ids(new CountedIds(700))
                .tenants(Tenants.all(SETTINGS))
                .extractor(ScriptedExtractor.rules())
                .build();
    }

    private Belongings of(CrmSession clinic, ContactId contact) {
        Set<InteractionId> messages =
                timeline(clinic, contact).stream().map(each -> each.id()).collect(Collectors.toSet());
        return new Belongings(
                Set.copyOf(clinic.profile(contact).orElseThrow().summary().tags()),
                clinic.notes(contact, null, 100).items().stream()
                        .map(Note::text)
                        .collect(Collectors.toSet()),
                storage()
                        .within(
                                CLINIC,
                                work -> work.additions()
                                        .attributes(clinic.profile(contact)
                                                .orElseThrow()
                                                .summary()
                                                .id())),
                clinic.facts(contact).stream()
                        .map(fact -> fact.matter().type() + " "
                                + FactRules.text(fact.matter().value()) + " " + fact.state())
                        .collect(Collectors.toSet()),
                clinic.profile(contact).orElseThrow().patronage().appointments().stream()
                        .map(Appointment::ref)
                        .map(ref -> ref.id())
                        .collect(Collectors.toSet()),
                clinic.profile(contact).orElseThrow().patronage().payments().stream()
                        .map(String::valueOf)
                        .collect(Collectors.toSet()),
                storage().within(CLINIC, work -> work.readings().of(messages)).stream()
                        .map(reading -> reading.message())
                        .collect(Collectors.toSet()));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static void filled(CrmSession clinic, Identifier who, String name, int minute) {
        clinic.capture(said(name, Party.of(who), minute(minute), "pain:" + name + " likes:" + name));
        clinic.capture(AppointmentRules.told(
                "A" + name, who, minute(minute + 1), Booking.of(AppointmentStatus.ATTENDED, hour(5 + minute))));
        ContactId contact = MergeRules.holder(clinic, who);
        clinic.tag(contact, Tag.of("tag of " + name));
        clinic.note(contact, "note of " + name);
    }

    @Test
    void nothingOfEitherSideIsLostAndEachGetsItsOwnBack() {
        Crm crm = crm();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        filled(clinic, ANA, "ana", 0);
        filled(clinic, BRUNO, "bruno", 9);
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        clinic.verdicts().state(ana, FactType.SERVICE, "", new FactValue.Text("stated of Ana"));
        clinic.verdicts().state(bruno, FactType.SERVICE, "", new FactValue.Text("stated of Bruno"));
        // What both say is one fact while they are one, and each one's own after it.
        clinic.verdicts().state(ana, FactType.LOCATION, "", new FactValue.Text("stated of both"));
        clinic.verdicts().state(bruno, FactType.LOCATION, "", new FactValue.Text("stated of both"));
        clinic.set(ana, "insurer", AttributeValue.of("Norte"));
        clinic.set(bruno, "points", AttributeValue.of(12));
        crm.dueWork().runDue();
        Belongings anas = of(clinic, ana);
        Belongings brunos = of(clinic, bruno);
        assertThat(anas.facts()).hasSize(4);
        assertThat(brunos.facts()).hasSize(4);
        for (Belongings each : List.of(anas, brunos)) {
            assertThat(each.appointments()).hasSize(1);
            assertThat(each.read()).isNotEmpty();
        }

        MergeId merge = MergeRules.merged(clinic.merge(ana, bruno));

        for (int round = 0; round < 2; round++) {
            // What is due is done in between, and makes nothing anew.
            Belongings one = of(clinic, bruno);
            assertThat(one.tags()).isEqualTo(both(anas.tags(), brunos.tags()));
            assertThat(one.notes()).isEqualTo(both(anas.notes(), brunos.notes()));
            assertThat(one.attributes()).hasSize(2).containsAllEntriesOf(anas.attributes());
            assertThat(one.attributes()).containsAllEntriesOf(brunos.attributes());
            assertThat(one.facts()).isEqualTo(both(anas.facts(), brunos.facts()));
            assertThat(one.appointments()).isEqualTo(both(anas.appointments(), brunos.appointments()));
            assertThat(one.spent()).isEqualTo(both(anas.spent(), brunos.spent()));
            crm.dueWork().runDue();
        }
        assertThat(of(clinic, ana).read()).isEqualTo(both(anas.read(), brunos.read()));

        clinic.undo(merge);
        crm.dueWork().runDue();
        assertThat(of(clinic, ana)).isEqualTo(anas);
        assertThat(of(clinic, bruno)).isEqualTo(brunos);
    }

    @Test
    void whatWasDueOfTheOneThatWasMergedIsDone() {
        Crm crm = crm();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", Party.of(ANA), MONDAY, "likes:tea"));
        clinic.capture(said("m2", Party.of(BRUNO), minute(1), "likes:mate"));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        MergeId merge = MergeRules.merged(clinic.merge(ana, bruno));
        clinic.capture(said("m3", Party.of(BRUNO), minute(2), "likes:soda"));
        crm.dueWork().runDue();
        assertThat(clinic.facts(ana)).hasSize(3);
        clinic.capture(said("m4", Party.of(BRUNO), minute(3), "likes:milk"));
        clinic.undo(merge);
        crm.dueWork().runDue();
        assertThat(clinic.facts(ana)).hasSize(1);
        assertThat(clinic.facts(bruno)).hasSize(3);
    }
}
