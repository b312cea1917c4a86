package io.crmkit.export;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Patronage;
import io.crmkit.interaction.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What a contact booked and paid, the earliest appointment first. */
final class PatronageJson {
    private PatronageJson() {}

    static void write(JsonGenerator json, Patronage patronage) {
        json.writeArrayPropertyStart("appointments");
        List<Appointment> appointments = new ArrayList<>(patronage.appointments());
        Collections.reverse(appointments);
        appointments.forEach(appointment -> appointment(json, appointment));
        json.writeEndArray();
        json.writeArrayPropertyStart("spend");
        patronage.spend().forEach((currency, amount) -> {
            json.writeStartObject();
            json.writeStringProperty("currency", currency);
            json.writeNumberProperty("amount", amount);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void appointment(JsonGenerator json, Appointment appointment) {
        json.writeStartObject();
        fields(json, appointment);
        json.writeEndObject();
    }

    /** What there is to tell of one, into an object that is open. */
    static void fields(JsonGenerator json, Appointment appointment) {
        Money price = appointment.price();
        json.writeStringProperty("id", appointment.ref().id());
        EntryJson.word(json, "status", appointment.status());
        EntryJson.time(json, "start", appointment.start());
        json.writeStringProperty("service", appointment.service());
        if (price == null) {
            json.writeNullProperty("price");
            json.writeNullProperty("currency");
        } else {
            json.writeNumberProperty("price", price.amount());
            json.writeStringProperty("currency", price.currency());
        }
    }
}
