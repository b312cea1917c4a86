package io.crmkit.segment;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.ProviderRef;
import java.util.List;
import java.util.stream.Stream;

/** The appointments among what happened with a contact. */
record Bookings(List<Interaction> entries) {
    /** By the scheduler's ids, those that count, the latest to begin first. */
    Stream<ProviderRef> fitting(Dealt.Appointments criterion, AsOf asOf) {
        List<Dealing> told = entries.stream()
                .filter(Dealing.class::isInstance)
                .map(Dealing.class::cast)
                .toList();
        return Patronage.of(told).appointments().stream()
                .filter(each -> criterion.any().contains(each.status())
                        && criterion.starts().holds(each.start(), asOf))
                .map(Appointment::ref);
    }
}
