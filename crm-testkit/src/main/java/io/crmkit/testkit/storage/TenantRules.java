package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Reacted;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tenants never see each other, and nobody does what they may not. */
abstract class TenantRules extends StorageRules {
    private static final List<TenantId> TENANTS = Stream.of("clinica-norte", "clinica-sur", "taller")
            .map(TenantId::of)
            .toList();

    TenantRules(StorageUnderTest under) {
        super(under);
    }

    /** The same person, the same message ids, the same waiting update; but other words. */
    private void day(CrmSession session) {
        String name = session.actor().tenant().value();
        session.capture(
                updated("m2", ANA, new MessageEdited(minute(5), Content.text("edited for " + name))),
                said("m1", Party.of(ANA, ANA_ID).named("Ana of " + name), MONDAY, "to " + name),
                new Unreadable("whatsapp", "1001", "No type", "{\"for\":\"" + name + "\"}"));
    }

    @Test
    void threeTenantsWithTheSamePersonSeeEachTheirOwn() {
        List<CrmSession> sessions = TENANTS.stream().map(this::session).toList();
        sessions.forEach(this::day);
        sessions.get(0).capture(said("m2", ANA, minute(1)));
        sessions.get(0).capture(updated("m1", ANA, new Reacted(Author.AGENT, minute(2), "👍")));
        for (CrmSession session : sessions) {
            String name = session.actor().tenant().value();
            boolean first = session == sessions.get(0);
            ContactId ana = onlyContact(session).id();
            assertThat(onlyContact(session).contact().displayName()).contains("Ana of " + name);
            assertThat(session.profile(ana)
                            .orElseThrow()
                            .inquiry()
                            .orElseThrow()
                            .text())
                    .isEqualTo("to " + name);
            assertThat(threads(session)).containsExactly(first ? List.of("m1", "m2") : List.of("m1"));
            assertThat(message(session, "m1").reactions()).hasSize(first ? 1 : 0);
            assertThat(session.keptAside(null, 10))
                    .extracting(aside -> aside.what().raw())
                    .containsExactly("{\"for\":\"" + name + "\"}");
        }
        sessions.get(1).capture(said("m2", ANA, minute(1)));
        assertThat(message(sessions.get(1), "m2").content().text()).isEqualTo("edited for clinica-sur");
    }

    @Test
    void theIdsOfOneTenantAreOfNoUseToAnother() {
        CrmSession owner = session(TENANTS.get(0));
        CrmSession other = session(TENANTS.get(1));
        day(owner);
        day(other);
        ContactId ana = onlyContact(owner).id();
        Conversation conversation =
                owner.conversations(ana, null, 1).items().get(0).conversation();
        SetAside aside = owner.keptAside(null, 1).get(0);
        assertThat(other.profile(ana)).isEmpty();
        assertThat(other.timeline(ana, null, 10).items()).isEmpty();
        assertThat(other.conversations(ana, null, 10).items()).isEmpty();
        assertThat(other.entries(conversation, null, 10).items()).isEmpty();
        assertThat(other.notes(ana, null, 10).items()).isEmpty();
        assertThat(other.tag(ana, Tag.of("vip"))).isFalse();
        assertThat(other.untag(ana, Tag.of("vip"))).isFalse();
        assertThat(other.note(ana, "not theirs")).isFalse();
        assertThat(other.setStatus(ana, ContactStatus.BLOCKED)).isFalse();
        assertThat(owner.profile(ana).orElseThrow().notes()).isEmpty();
        other.forgetKeptAside(aside.id());
        assertThat(owner.keptAside(null, 10)).containsExactly(aside);
        assertThat(other.keptAside(null, 10)).hasSize(1);
    }

    @Test
    void withoutPermissionEveryUseCaseIsRefused() {
        CrmSession owner = session(TENANTS.get(0));
        day(owner);
        ContactId ana = onlyContact(owner).id();
        Conversation conversation =
                owner.conversations(ana, null, 1).items().get(0).conversation();
        CrmSession guest = crm(storage()).as(Actor.person(TENANTS.get(0), "user-7"));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> guest.capture(said("m9", ANA, MONDAY)),
                () -> guest.contacts(null, 10),
                () -> guest.contacts(ContactQuery.of(Criterion.EVERYBODY), null, 10),
                () -> guest.searchContacts("ana", null, 10),
                () -> guest.searchMessages("hola", null, 10),
                guest::rebuildSearch,
                guest::rotateKeys,
                () -> guest.contactsByName(Criterion.EVERYBODY),
                () -> guest.profile(ana),
                () -> guest.notes(ana, null, 10),
                () -> guest.tag(ana, Tag.of("vip")),
                () -> guest.untag(ana, Tag.of("vip")),
                () -> guest.note(ana, "of a guest"),
                () -> guest.setStatus(ana, ContactStatus.BLOCKED),
                () -> guest.timeline(ana, null, 10),
                () -> guest.conversations(ana, null, 10),
                () -> guest.entries(conversation, null, 10),
                () -> guest.keptAside(null, 10),
                () -> guest.forgetKeptAside(new UUID(1, 1)))) {
            assertThatThrownBy(call).isInstanceOf(AccessDenied.class);
        }
        assertThat(ids(owner, ana)).containsExactly("m1");
    }

    @Test
    void anAgentReadsButDoesNotCapture() {
        CrmSession agent = crm(storage()).as(Actor.person(CLINIC, "user-8", Role.AGENT));
        assertThat(agent.contacts(null, 10).items()).isEmpty();
        assertThatThrownBy(agent::rebuildSearch).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(agent::rotateKeys).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> agent.capture(said("m1", ANA, MONDAY))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> agent.keptAside(null, 10)).isInstanceOf(AccessDenied.class);
    }
}
