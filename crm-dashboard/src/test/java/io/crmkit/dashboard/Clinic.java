package io.crmkit.dashboard;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A clinic with a few weeks of customers, and its dashboard. */
final class Clinic {
    static final TenantId ID = TenantId.of("clinica-norte");
    static final ChannelAccount WHATSAPP = new ChannelAccount("whatsapp", "1001");
    static final Instant NOW = Instant.parse("2026-03-20T15:00:00Z");

    final FixedClock clock = FixedClock.at(NOW);
    final Crm crm;
    final Dashboard dashboard;
    private int messages;

    Clinic() {
        this(builder -> {});
    }

    Clinic(Consumer<DashboardBuilder> options) {
        crm = Crm.create(new InMemoryStorage())
                .clock(clock)
                .ids(new CountedIds(1))
                .extractor(new RulesExtractor())
                .build();
        DashboardBuilder builder = Dashboard.on(crm);
        options.accept(builder);
        dashboard = builder.build();
    }

    /** With the customers of an ordinary month. */
    static Clinic busy() {
        Clinic clinic = new Clinic();
        clinic.fill();
        return clinic;
    }

    void fill() {
        Party marta = person("5491155550001", "Marta Núñez");
        Party tomas = person("5491155550002", "Tomás Ibarra");
        Party caro = person("5491155550003", "Caro Paz");
        Party elena = person("5491155550004", "Elena Suárez");
        says(marta, days(18), "Hola! Soy Marta Núñez, mi mail es marta@example.org. ¿Cuánto sale el blanqueamiento?");
        answers(
                marta,
                days(18).plusSeconds(40),
                Author.BOT,
                "¡Hola, Marta! El blanqueamiento sale $45.000.",
                DeliveryState.READ);
        says(marta, days(18).plusSeconds(400), "Buenísimo, prefiero a la mañana");
        books(marta, "a-1", AppointmentStatus.BOOKED, days(18).plusSeconds(500), days(10));
        books(marta, "a-1", AppointmentStatus.ATTENDED, days(9), days(10));
        says(marta, days(3), "Hola, quería otro turno para la semana que viene. Excelente atención la otra vez!");
        answers(
                marta,
                days(3).plusSeconds(60),
                Author.AGENT,
                "Claro, Marta. ¿El martes a las 10?",
                DeliveryState.DELIVERED);
        says(tomas, days(80), "Buen día, ¿atienden los sábados?");
        answers(tomas, days(80).plusSeconds(30), Author.BOT, "Sí, de 9 a 13.", DeliveryState.SENT);
        says(caro, days(2), "Estoy muy enojada, nadie me contesta y nadie me llamó");
        happens(caro, EventKind.ESCALATED, days(2).plusSeconds(5), "Pide hablar con una persona");
        says(elena, NOW.minusSeconds(7_200), "¿Tienen turno hoy?");
        crm.dueWork().runDue();
        CrmSession agent = owner();
        agent.tag(find("marta"), new Tag(Tag.Category.CUSTOMER_TYPE, "vip"));
        agent.note(find("marta"), "Prefiere que la llamen por la mañana.");
    }

    static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }

    static Party person(String phone, String name) {
        return Party.of(Identifier.phone(phone)).named(name);
    }

    void says(Party who, Instant at, String text) {
        take(MessageEvent.received(ref(), who, at, Content.text(text)));
    }

    void answers(Party who, Instant at, Author by, String text, DeliveryState state) {
        ProviderRef ref = ref();
        take(MessageEvent.sent(ref, who, by, at, Content.text(text)));
        take(new UpdateEvent(ref, who, new StatusReached(state, at.plusSeconds(2))));
    }

    void happens(Party who, EventKind kind, Instant at, String text) {
        take(new HappeningEvent(ref(), who, kind, at, Content.text(text)));
    }

    void books(Party who, String id, AppointmentStatus status, Instant at, Instant start) {
        Booking booking = Booking.of(status, start)
                .service("blanqueamiento", "Dra. Ibarra")
                .at(Money.of("45000", "ARS"));
        take(new DealingEvent(new ProviderRef(new ChannelAccount("agenda", "main"), id), who, booking, at));
    }

    void take(InboundEvent event) {
        crm.as(Actor.system(ID)).capture(event);
    }

    private ProviderRef ref() {
        return new ProviderRef(WHATSAPP, "m" + messages++);
    }

    CrmSession owner() {
        return crm.as(actor(Role.OWNER));
    }

    static Actor actor(Role... roles) {
        return Actor.person(ID, "u-7", roles);
    }

    /** The contact somebody finds by typing. */
    ContactId find(String typed) {
        List<SearchHit> hits =
                crm.as(Actor.system(ID)).searchContacts(typed, null, 1).items();
        return hits.get(0).contact();
    }

    Browser as(Role... roles) {
        return new Browser(dashboard, actor(roles), new ArrayList<>());
    }
}
