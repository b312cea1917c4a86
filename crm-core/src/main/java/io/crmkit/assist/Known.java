package io.crmkit.assist;

import io.crmkit.appointment.Appointment;
import io.crmkit.profile.ContactProfile;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A contact's profile as somebody of the tenant reads it now. */
record Known(ContactProfile profile, TenantSettings settings, Instant now) {
    Wording wording() {
        return Wording.of(settings.locale());
    }

    Optional<Appointment> next() {
        return profile.patronage().next(now);
    }

    Optional<Appointment> last() {
        return profile.patronage().lastVisit(now);
    }

    List<BookingSuggestion> suggestions() {
        return new Suggesting(profile, now, settings.zone(), settings.locale()).all();
    }

    String line(Appointment appointment) {
        return new Bookings(wording(), settings.zone()).line(appointment);
    }

    List<String> habits() {
        return new Bookings(wording(), settings.zone()).lines(profile.habits());
    }
}
