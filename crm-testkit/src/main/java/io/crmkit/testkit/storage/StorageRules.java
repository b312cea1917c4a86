package io.crmkit.testkit.storage;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.ConversationView;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A clinic with two numbers in one portfolio, and people who write to it. */
abstract class StorageRules {
    static final TenantId CLINIC = TenantId.of("clinica-norte");
    static final ChannelAccount RECEPTION = new ChannelAccount("whatsapp", "1001");
    static final ChannelAccount SURGERY = new ChannelAccount("whatsapp", "1002");

    static final Identifier ANA = Identifier.phone("5491150000001");
    static final Identifier ANA_ID = Identifier.whatsAppUser("north", "AR.1001");
    static final Identifier BRUNO = Identifier.phone("34600000002");
    static final Identifier BRUNO_ID = Identifier.whatsAppUser("north", "ES.2002");

    static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");

    final FixedClock clock = FixedClock.at("2026-04-01T08:00:00Z");

    private final StorageUnderTest under;
    private @Nullable Storage opened;
    private int nodes;

    StorageRules(StorageUnderTest under) {
        this.under = under;
    }

    @BeforeEach
    final void open() {
        opened = under.open();
    }

    final Storage storage() {
        return Objects.requireNonNull(opened);
    }

    /** What its tenants set. */
    TenantSettings settings() {
        return TenantSettings.DEFAULT;
    }

    final CrmSession clinic() {
        return session(CLINIC);
    }

    final CrmSession session(TenantId tenant) {
        return crm(storage()).as(Actor.system(tenant));
    }

    /** A session of a tenant of its own, in which nothing has happened yet. */
    final CrmSession fresh() {
        return session(TenantId.of("fresh-" + nodes));
    }

    final Crm crm(Storage storage) {
        return Crm.create(storage)
                .clock(clock)
                .ids(new CountedIds(++nodes))
                .tenants(Tenants.all(settings()))
                .build();
    }

    /** Sessions of as many applications, over a second instance as well where there can be one. */
    final List<CrmSession> applications(int count) {
        Storage other = under.sharesData() ? under.again() : storage();
        List<CrmSession> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(crm(i % 2 == 0 ? storage() : other).as(Actor.system(CLINIC)));
        }
        return sessions;
    }

    /** The storage, and a second instance of it as on another node where there can be one. */
    final List<Storage> nodes() {
        return List.of(storage(), under.sharesData() ? under.again() : storage());
    }

    static Instant minute(int minutes) {
        return MONDAY.plus(Duration.ofMinutes(minutes));
    }

    static Instant hour(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    static ProviderRef ref(String id) {
        return new ProviderRef(RECEPTION, id);
    }

    static MessageEvent said(String id, Party by, Instant at, String text) {
        return MessageEvent.received(ref(id), by, at, Content.text(text));
    }

    static MessageEvent said(String id, Identifier by, Instant at) {
        return said(id, Party.of(by), at, "text of " + id);
    }

    static UpdateEvent updated(String id, Identifier by, MessageUpdate update) {
        return new UpdateEvent(ref(id), Party.of(by), update);
    }

    static HappeningEvent happened(String id, Identifier with, EventKind kind, Instant at) {
        return new HappeningEvent(ref(id), Party.of(with), kind, at, Content.of("notice", null, null));
    }

    static IdentityEvent stated(Party party, Instant at) {
        return new IdentityEvent(RECEPTION, party, at, false);
    }

    static IdentityEvent listed(Party party, Instant at) {
        return new IdentityEvent(RECEPTION, party, at, true);
    }

    static List<ContactSummary> contacts(CrmSession session) {
        return all(cursor -> session.contacts(cursor, 100));
    }

    static ContactSummary onlyContact(CrmSession session) {
        List<ContactSummary> contacts = contacts(session);
        if (contacts.size() != 1) {
            throw new AssertionError("There are " + contacts.size() + " contacts, not one");
        }
        return contacts.get(0);
    }

    /** Everything that happened with a contact, oldest first. */
    static List<Interaction> timeline(CrmSession session, ContactId contact) {
        List<Interaction> timeline = new ArrayList<>(all(cursor -> session.timeline(contact, cursor, 100)));
        timeline.sort(Interaction.TIMELINE);
        return timeline;
    }

    /** The ids of everything that happened with a contact, oldest first. */
    static List<String> ids(CrmSession session, ContactId contact) {
        return ids(timeline(session, contact));
    }

    static List<String> ids(List<Interaction> interactions) {
        return interactions.stream().map(i -> i.occurrence().ref().id()).toList();
    }

    /** What happened with each contact, in order of first contact. */
    static List<List<String>> idsByContact(CrmSession session) {
        return contacts(session).stream()
                .map(contact -> ids(session, contact.id()))
                .toList();
    }

    static Message message(CrmSession session, String id) {
        return contacts(session).stream()
                .flatMap(contact -> timeline(session, contact.id()).stream())
                .filter(interaction -> interaction.occurrence().ref().id().equals(id))
                .map(Message.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no message " + id));
    }

    /** The conversations of a contact, oldest first. */
    static List<ConversationView> conversations(CrmSession session, ContactId contact) {
        List<ConversationView> conversations =
                new ArrayList<>(all(cursor -> session.conversations(contact, cursor, 100)));
        Collections.reverse(conversations);
        return conversations;
    }

    /** What belongs to each conversation of the only contact, oldest first. */
    static List<List<String>> threads(CrmSession session) {
        return conversations(session, onlyContact(session).id()).stream()
                .map(view -> all(cursor -> session.entries(view.conversation(), cursor, 100)))
                .map(entries -> entries.stream().sorted(Interaction.TIMELINE).toList())
                .map(StorageRules::ids)
                .toList();
    }

    static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return all;
    }

    /** Every order of some events. */
    static List<List<InboundEvent>> orders(List<? extends InboundEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<InboundEvent>> orders = new ArrayList<>();
        for (InboundEvent first : events) {
            List<InboundEvent> rest = new ArrayList<>(events);
            rest.remove(first);
            for (List<InboundEvent> order : orders(rest)) {
                List<InboundEvent> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
