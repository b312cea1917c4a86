package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditTrail;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Scope;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever does something with a contact's data leaves an entry, before there is an answer. */
@Requirement("PRV-3")
abstract class AuditRules extends StorageRules {
    private static final TenantId OTHER = TenantId.of("taller-sur");

    AuditRules(StorageUnderTest under) {
        super(under);
    }

    private CrmSession agent() {
        return crm(storage())
                .as(Actor.person(CLINIC, "user-8", Role.AGENT)
                        .forPurpose("support")
                        .withRequest("r-17"));
    }

    static List<AuditEntry> audit(Storage storage, TenantId tenant, AuditQuery query) {
        return storage.within(tenant, work -> work.audit().page(query, null, 1_000));
    }

    private AuditEntry last() {
        return audit(storage(), CLINIC, AuditQuery.EVERYTHING).get(0);
    }

    private ContactId ana() {
        clinic().capture(said("m1", Party.of(ANA).named("Ana Zabala"), MONDAY, "Hola"));
        ContactId ana = onlyContact(clinic()).id();
        clock.advance(Duration.ofSeconds(1));
        return ana;
    }

    @Test
    void anEntrySaysWhoWhatWhenWhyAndWithWhose() {
        ContactId ana = ana();
        agent().profile(ana);
        AuditEntry entry = last();
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        entry.id(),
                        clock.instant(),
                        "user-8",
                        "AGENT",
                        "VIEW_CONTACT",
                        AuditOutcome.ALLOWED,
                        "profile",
                        "support",
                        "r-17",
                        "",
                        1,
                        List.of(ana)));
    }

    @Test
    void aListLeavesOneEntryWithAllItShowsAndAHashOfItsFilter() {
        ContactId ana = ana();
        clinic().capture(said("m2", BRUNO, minute(1)), said("m3", Party.of(BRUNO), minute(2), "more"));
        clinic().tag(ana, Tag.of("vip"));
        List<ContactId> all =
                contacts(clinic()).stream().map(ContactSummary::id).toList();
        int before = audit(storage(), CLINIC, AuditQuery.EVERYTHING).size();
        clock.advance(Duration.ofSeconds(1));
        agent().contacts(ContactQuery.of(Criterion.not(Criterion.tagged(Tag.of("new")))), null, 10);
        AuditEntry list = last();
        assertThat(audit(storage(), CLINIC, AuditQuery.EVERYTHING)).hasSize(before + 1);
        assertThat(list.contacts()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(list.count()).isEqualTo(2);
        assertThat(list.filter()).hasSize(32).doesNotContain("new");
        clock.advance(Duration.ofSeconds(1));
        agent().contacts(ContactQuery.of(Criterion.not(Criterion.tagged(Tag.of("new")))), null, 1);
        assertThat(last().filter()).isEqualTo(list.filter());
        assertThat(last().contacts()).as("no more than was shown").hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        agent().contacts(ContactQuery.of(Criterion.tagged(Tag.of("vip"))), null, 10);
        assertThat(last().filter()).isNotEqualTo(list.filter());
    }

    @Test
    void whatIsSearchedIsInNoEntry() {
        ana();
        agent().searchContacts("zabala", null, 10);
        assertThat(last().action()).isEqualTo("SEARCH_CONTACTS");
        assertThat(last().toString()).doesNotContainIgnoringCase("zabala");
        clock.advance(Duration.ofSeconds(1));
        agent().searchMessages("hola", null, 10);
        assertThat(last().action()).isEqualTo("SEARCH_MESSAGES");
        assertThat(last().contacts()).hasSize(1);
        assertThat(last().toString()).doesNotContainIgnoringCase("hola");
    }

    @Test
    void aRefusalLeavesAnEntryAndNothingElse() {
        ContactId ana = ana();
        CrmSession guest = crm(storage()).as(Actor.person(CLINIC, "user-7"));
        assertThatThrownBy(() -> guest.note(ana, "of a guest")).isInstanceOf(AccessDenied.class);
        assertThat(last().actor()).isEqualTo("user-7");
        assertThat(last().role()).isEmpty();
        assertThat(last().action()).isEqualTo("WRITE_NOTE");
        assertThat(last().outcome()).isEqualTo(AuditOutcome.DENIED);
        assertThat(last().contacts()).containsExactly(ana);
        assertThat(last().count()).isZero();
    }

    @Test
    void aContactOfAnotherTenantIsNotFoundAndThatIsOnRecordWithTheTenantThatAsked() {
        ContactId ana = ana();
        CrmSession other = crm(storage()).as(Actor.person(OTHER, "user-9", Role.OWNER));
        int before = audit(storage(), CLINIC, AuditQuery.EVERYTHING).size();
        assertThat(other.profile(ana)).isEmpty();
        assertThat(other.tag(ana, Tag.of("vip"))).isFalse();
        assertThat(other.merge(ana, new ContactId(new UUID(1, 1)))).isInstanceOf(MergeOutcome.Refused.class);
        assertThat(audit(storage(), OTHER, AuditQuery.EVERYTHING))
                .hasSize(3)
                .allMatch(entry -> entry.outcome() == AuditOutcome.NOT_FOUND
                        && entry.contacts().contains(ana)
                        && entry.fields().isEmpty());
        assertThat(audit(storage(), CLINIC, AuditQuery.EVERYTHING)).hasSize(before);
    }

    @Test
    void anExportLeavesAnEntryForWhoeverIsTakenAndForNobodyElse() {
        ContactId ana = ana();
        clinic().capture(said("m2", BRUNO, minute(1)));
        clock.advance(Duration.ofSeconds(1));
        List<ContactId> taken = clinic().export(Scope.EVERYTHING, snapshot -> {
            List<ContactId> ids = new ArrayList<>();
            snapshot.forEach(dossier -> ids.add(dossier.id()));
            return ids;
        });
        List<AuditEntry> exported = audit(storage(), CLINIC, AuditQuery.EVERYTHING.between(clock.instant(), null));
        assertThat(exported).hasSize(2).allMatch(entry -> entry.action().equals("EXPORT_CONTACTS"));
        assertThat(exported.stream().flatMap(entry -> entry.contacts().stream()))
                .containsExactlyInAnyOrderElementsOf(taken);
        clock.advance(Duration.ofSeconds(1));
        clinic().export(Scope.of(ana), snapshot -> snapshot.contacts());
        assertThat(last().contacts()).as("counted, not taken").isEmpty();
    }

    @Test
    void messagesComingInLeaveNoEntry() {
        clinic().capture(said("m1", ANA, MONDAY));
        assertThat(audit(storage(), CLINIC, AuditQuery.EVERYTHING)).isEmpty();
        CrmSession agent = agent();
        assertThatThrownBy(() -> agent.capture(said("m2", ANA, MONDAY))).isInstanceOf(AccessDenied.class);
        assertThat(last().action()).isEqualTo("CAPTURE_EVENTS");
    }

    @Test
    void whoSawAContactIsFoundAlsoThroughThoseItAbsorbed() {
        ContactId ana = ana();
        clinic().capture(said("m2", BRUNO, minute(1)));
        ContactId bruno = MergeRules.holder(clinic(), BRUNO);
        clock.advance(Duration.ofSeconds(1));
        agent().timeline(bruno, null, 10);
        clock.advance(Duration.ofSeconds(1));
        clinic().merge(ana, bruno);
        assertThat(audit(storage(), CLINIC, AuditQuery.of(ana).between(null, clock.instant())))
                .extracting(AuditEntry::action)
                .contains("VIEW_TIMELINE");
        assertThat(audit(storage(), CLINIC, AuditQuery.of(new ContactId(new UUID(1, 1)))))
                .isEmpty();
        assertThat(audit(storage(), CLINIC, AuditQuery.by("user-8")))
                .extracting(AuditEntry::action)
                .containsExactly("VIEW_TIMELINE");
    }

    @Test
    void entriesArePagedByKeyTheNewestFirst() {
        ContactId ana = ana();
        for (int i = 0; i < 7; i++) {
            // Some of them in the same instant.
            clock.advance(Duration.ofSeconds(i / 2));
            agent().profile(ana);
        }
        List<AuditEntry> all = audit(storage(), CLINIC, AuditQuery.by("user-8"));
        List<AuditEntry> paged = new ArrayList<>();
        AuditTrail.Cursor end = null;
        do {
            AuditTrail.Cursor from = end;
            List<AuditEntry> page =
                    storage().within(CLINIC, work -> work.audit().page(AuditQuery.by("user-8"), from, 2));
            paged.addAll(page);
            end = page.isEmpty()
                    ? null
                    : new AuditTrail.Cursor(
                            page.get(page.size() - 1).at(),
                            page.get(page.size() - 1).id());
        } while (end != null);
        assertThat(paged).hasSize(7).isEqualTo(all);
    }

    @Test
    void withoutAuditThereIsNoAnswer() {
        ContactId ana = ana();
        SpoiltStorage deaf = new SpoiltStorage(storage(), "audit", asked -> asked instanceof AuditEntry);
        CrmSession clinic = crm(deaf).as(Actor.system(CLINIC));
        assertThatThrownBy(() -> clinic.profile(ana)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> clinic.tag(ana, Tag.of("vip"))).isInstanceOf(IllegalStateException.class);
        assertThat(onlyContact(clinic()).tags()).as("undone with its entry").isEmpty();
        List<Object> handed = new ArrayList<>();
        assertThatThrownBy(() -> clinic.export(Scope.EVERYTHING, snapshot -> handed.add(snapshot)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(handed).isEmpty();
    }

    @Test
    void workApartIsDurableOnItsOwn() {
        UUID stays = new UUID(7, 7);
        assertThatThrownBy(() -> storage().within(CLINIC, work -> {
                    entry(work, new UUID(7, 8));
                    storage().apart(CLINIC, other -> entry(other, stays));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(audit(storage(), CLINIC, AuditQuery.EVERYTHING))
                .extracting(AuditEntry::id)
                .containsExactly(stays);
    }

    private UUID entry(UnitOfWork work, UUID id) {
        work.audit()
                .add(new AuditEntry(
                        id,
                        clock.instant(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        AuditOutcome.ALLOWED,
                        "",
                        "",
                        "",
                        "",
                        0,
                        List.of()));
        return id;
    }
}
