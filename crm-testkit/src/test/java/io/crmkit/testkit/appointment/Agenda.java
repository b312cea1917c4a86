package io.crmkit.testkit.appointment;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.appointment.Habits;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.FixedClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The agenda of a clinic, and Ana, who books there. Times are those of Buenos Aires. */
final class Agenda {
    static final ZoneId ZONE = TenantSettings.DEFAULT.zone();
    static final Party ANA = Party.of(Identifier.phone("5491150000001")).named("Ana Paz");

    final FixedClock clock;
    final CrmSession session;

    /** @param now a local time, such as {@code 2026-03-10T12:00} */
    Agenda(String now) {
        clock = FixedClock.at(at(now).toString());
        Crm crm = Crm.create(new InMemoryStorage())
                .clock(clock)
                .tenants(Tenants.all(TenantSettings.DEFAULT))
                .build();
        session = crm.as(Actor.system(TenantId.of("clinica-sur")));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    void told(String id, String at, Booking booking) {
        session.capture(
                new DealingEvent(new ProviderRef(new ChannelAccount("scheduler", "agenda"), id), ANA, booking, at(at)));
    }

    /** Booked two days before it begins, unless said otherwise. */
    void booked(String id, String start) {
        booked(id, start, LocalDateTime.parse(start).minusDays(2).toString());
    }

    void booked(String id, String start, String on) {
        told(id, on, Booking.of(AppointmentStatus.BOOKED, at(start)).service("Limpieza", "Dra. Paz"));
    }

    void attended(String... starts) {
        for (String start : starts) {
            booked(start, start);
            told(start, start, Booking.of(AppointmentStatus.ATTENDED));
        }
    }

    void missed(String... starts) {
        for (String start : starts) {
            booked(start, start);
            told(start, start, Booking.of(AppointmentStatus.NO_SHOW));
        }
    }

    void cancelled(String start, String on, Author by) {
        booked(start, start);
        told(start, on, Booking.of(AppointmentStatus.CANCELLED).by(by));
    }

    ContactId ana() {
        return session.contacts(null, 10).items().get(0).id();
    }

    Habits habits() {
        return session.profile(ana()).orElseThrow().habits();
    }
}
