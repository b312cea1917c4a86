package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Note;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.dossier.Scope;
import io.crmkit.interaction.Interaction;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.move.Move;
import io.crmkit.move.Restoration;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.profile.ConversationView;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What exports are made of: everything there is about contacts, as of one moment. */
abstract class ExportRules extends StorageRules {
    ExportRules(StorageUnderTest under) {
        super(under);
    }

    @Override
    TenantSettings settings() {
        return TenantSettings.DEFAULT.withAttributes(new AttributeType("insurer", Kind.TEXT, Search.NOT));
    }

    private static List<ContactId> taken(CrmSession clinic, Scope scope) {
        return clinic.export(
                scope,
                snapshot -> StreamSupport.stream(snapshot.spliterator(), false)
                        .map(Dossier::id)
                        .toList());
    }

    private static List<Interaction> entries(Dossier dossier) {
        List<Interaction> entries = new ArrayList<>();
        dossier.entries(entry -> entries.add(entry.interaction()));
        return entries;
    }

    @Test
    @Requirement({"EXP-2", "PRV-4"})
    void aDossierHasAllThatTheDoorShows() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", Party.of(ANA, ANA_ID).named("Ana"), MONDAY, "Hola"),
                said("m2", BRUNO, minute(1)),
                said("m3", ANA, hour(40)));
        ContactId ana = contacts(clinic).get(0).id();
        clinic.tag(ana, Tag.of("vip"));
        clinic.note(ana, "Prefers the morning");
        clinic.set(ana, "insurer", AttributeValue.of("Norte Salud"));
        clinic.export(Scope.EVERYTHING, snapshot -> {
            for (Dossier dossier : snapshot) {
                ContactSummary shown =
                        clinic.profile(dossier.id()).orElseThrow().summary();
                assertThat(dossier.summary()).isEqualTo(shown);
                assertThat(dossier.attributes())
                        .isEqualTo(clinic.profile(dossier.id()).orElseThrow().attributes());
                assertThat(dossier.notes())
                        .extracting(Note::text)
                        .containsExactlyElementsOf(clinic.notes(dossier.id(), null, 9).items().stream()
                                .map(Note::text)
                                .toList());
                assertThat(dossier.conversations())
                        .isEqualTo(conversations(clinic, dossier.id()).stream()
                                .map(ConversationView::conversation)
                                .toList());
                assertThat(dossier.facts()).isEqualTo(clinic.facts(dossier.id()));
                assertThat(entries(dossier)).isEqualTo(timeline(clinic, dossier.id()));
                assertThat(dossier.origins().held())
                        .extracting(Origins.Held::identifier)
                        .containsExactlyInAnyOrderElementsOf(shown.contact().identifiers());
            }
            return null;
        });
    }

    @Test
    @Requirement({"EXP-2", "LST-4"})
    void countsOfListAndExportAgreeWhileMessagesArrive() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            events.add(said("m" + i, Identifier.phone("3460000" + (1000 + i)), minute(i / 7)));
            events.add(said("n" + i, Identifier.phone("3460000" + (1000 + i)), minute(500)));
        }
        events.add(listed(Party.of(Identifier.email("nothing.happened@example.org")), MONDAY));
        clinic.capture(events);
        List<ContactId> listed =
                all(cursor -> clinic.contacts(ContactQuery.of(Criterion.EVERYBODY), cursor, 1_000)).stream()
                        .map(ContactSummary::id)
                        .toList();
        for (Scope scope :
                List.of(Scope.of(ContactQuery.of(Criterion.EVERYBODY)), Scope.EVERYTHING, new Scope.Chosen(listed))) {
            int late = scope.hashCode();
            int known = contacts(clinic).size();
            int said = contacts(clinic).stream()
                    .mapToInt(contact -> contact.activity().interactions())
                    .sum();
            clinic.export(scope, snapshot -> {
                assertThat(snapshot.contacts()).isEqualTo(scope instanceof Scope.Chosen ? listed.size() : known);
                List<ContactId> taken = new ArrayList<>();
                int read = 0;
                for (Dossier dossier : snapshot) {
                    if (taken.size() % 100 == 7) {
                        String id = late + "-" + taken.size();
                        clinic.capture(
                                said(id, Identifier.email(id + "@example.org"), hour(20)),
                                said(id + "-known", Identifier.phone("34600001449"), hour(21)));
                    }
                    taken.add(dossier.id());
                    read += entries(dossier).size();
                    assertThat(entries(dossier))
                            .hasSize(dossier.summary().activity().interactions());
                }
                assertThat(taken).doesNotHaveDuplicates().containsAll(listed).hasSize((int) snapshot.contacts());
                if (!(scope instanceof Scope.Chosen)) {
                    assertThat(read).isEqualTo(said);
                }
                return null;
            });
        }
        assertThat(contacts(clinic)).hasSizeGreaterThan(451 + 9);
    }

    @Test
    @Requirement("EXP-2")
    void aSelectionIsTakenInItsOrderAndAnAbsorbedIdLeadsToTheSurvivor() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                said("m2", BRUNO, minute(1)),
                said("m3", Identifier.email("c@x.org"), minute(2)));
        List<ContactId> ids = contacts(clinic).stream().map(ContactSummary::id).toList();
        assertThat(taken(clinic, Scope.of(ids.get(2), ids.get(0), ids.get(2), new ContactId(new UUID(1, 2)))))
                .containsExactly(ids.get(2), ids.get(0));
        assertThat(clinic.merge(ids.get(0), ids.get(1))).isInstanceOf(MergeOutcome.Merged.class);
        assertThat(taken(clinic, Scope.of(ids.get(1)))).containsExactly(ids.get(0));
        clinic.export(Scope.of(ids.get(0)), snapshot -> {
            Dossier both = snapshot.iterator().next();
            assertThat(both.origins().absorbed()).containsExactly(ids.get(1));
            List<Entry> entries = new ArrayList<>();
            both.entries(entries::add);
            assertThat(entries).extracting(Entry::route).hasSize(2).doesNotContainNull();
            return null;
        });
    }

    @Test
    @Requirement("EXP-3")
    void aLongHistoryComesWholeAndInOrder() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 4_500; i++) {
            events.add(said("long" + i, ANA, minute(i / 3)));
            if (i % 100 == 0) {
                events.add(said("short" + i, Identifier.phone("3460000" + (1000 + i)), minute(i)));
            }
        }
        clinic.capture(events);
        int read = clinic.export(Scope.EVERYTHING, snapshot -> {
            int sum = 0;
            for (Dossier dossier : snapshot) {
                List<Interaction> entries = entries(dossier);
                assertThat(entries)
                        .doesNotHaveDuplicates()
                        .isSortedAccordingTo(Comparator.comparing(Interaction::occurredAt));
                sum += entries.size();
            }
            return sum;
        });
        assertThat(read).isEqualTo(4_545);
    }

    @Test
    @Requirement({"PRV-2", "EXP-2"})
    void onlyWhoMayExportDoesAndOnlyTheirOwn() {
        session(TenantId.of("clinica-sur")).capture(said("m1", ANA, MONDAY));
        clinic().capture(said("m1", ANA, MONDAY));
        assertThat(taken(clinic(), Scope.EVERYTHING))
                .hasSize(1)
                .doesNotContainAnyElementsOf(taken(session(TenantId.of("clinica-sur")), Scope.EVERYTHING));
        assertThat(taken(
                        clinic(),
                        Scope.of(
                                onlyContact(session(TenantId.of("clinica-sur"))).id())))
                .isEmpty();
        assertThat(taken(fresh(), Scope.EVERYTHING)).isEmpty();
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "u7", Role.AGENT))) {
            assertThatThrownBy(() -> taken(crm(storage()).as(actor), Scope.EVERYTHING))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(taken(crm(storage()).as(Actor.person(CLINIC, "u1", Role.OWNER)), Scope.EVERYTHING))
                .hasSize(1);
    }

    @Test
    @Requirement({"PRV-2", "PRV-7"})
    void onlyWhoMayImportTakesOverAndOnlyWhatIsNotThere() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA, ANA_ID).named("Ana"), MONDAY, "Hola"), said("m2", BRUNO, minute(1)));
        List<Portrait> portraits = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        clinic.export(Scope.EVERYTHING, snapshot -> {
            for (Dossier dossier : snapshot) {
                portraits.add(dossier.portrait());
                dossier.entries(entries::add);
            }
            return portraits;
        });
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "u7", Role.AGENT))) {
            Restoration denied = crm(storage()).as(actor).restoration();
            assertThatThrownBy(denied::begin).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> denied.contacts(portraits, entries, List.of()))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(clinic.restoration().begin()).isEmpty();
        CrmSession empty = fresh();
        assertThat(empty.restoration().begin()).contains(Move.BEGINNING);
        empty.restoration().contacts(portraits, entries, List.of());
        assertThat(empty.restoration().begin()).isEmpty();
        assertThat(contacts(empty)).isEqualTo(contacts(clinic));
        assertThat(idsByContact(empty)).isEqualTo(idsByContact(clinic));
        assertThat(empty.searchMessages("hola", null, 9).items()).hasSize(1);
        assertThat(empty.searchContacts("ana", null, 9).items()).hasSize(1);
        assertThatThrownBy(() -> empty.restoration().contacts(portraits.subList(1, 2), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contacts(empty)).isEqualTo(contacts(clinic));
    }
}
