package io.crmkit.export;

import io.crmkit.appointment.Appointment;
import io.crmkit.assist.ChatContext;
import io.crmkit.assist.HandoffBrief;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What a chatbot or an agent needs to know, into an object that is open. */
final class AssistJson {
    private AssistJson() {}

    static void fields(JsonGenerator json, ChatContext context) {
        Map<InteractionId, String> said = said(context.recent());
        json.writeStringProperty("contactId", context.contact().toString());
        json.writeStringProperty("name", context.name().orElse(null));
        FactJson.facts(json, "preferences", context.preferences(), said);
        texts(json, "openQuestions", context.openQuestions());
        texts(json, "inquiries", context.inquiries());
        FactJson.facts(json, "known", context.known(), said);
        json.writeArrayPropertyStart("recent");
        context.recent().forEach(entry -> EntryJson.entry(json, entry));
        json.writeEndArray();
        appointment(json, "nextAppointment", context.next());
        appointment(json, "lastAppointment", context.last());
        HabitsJson.habits(json, context.habits());
        HabitsJson.suggestions(json, context.suggestions());
        json.writeStringProperty("text", context.text());
    }

    static void fields(JsonGenerator json, HandoffBrief brief) {
        Map<InteractionId, String> said = said(brief.context().recent());
        json.writeStringProperty("contactId", brief.context().contact().toString());
        EntryJson.time(json, "waitingSince", brief.waitingSince().orElse(null));
        FactJson.mood(json, "sentiment", brief.mood());
        FactJson.facts(json, "troubles", brief.troubles(), said);
        FactJson.facts(json, "conflicts", brief.conflicts(), said);
        json.writeObjectPropertyStart("context");
        fields(json, brief.context());
        json.writeEndObject();
        json.writeStringProperty("text", brief.text());
    }

    /** What the customer said, by which evidence names it. */
    static Map<InteractionId, String> said(List<Interaction> entries) {
        Map<InteractionId, String> said = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.author() == Author.CUSTOMER)
                .forEach(entry -> said.put(entry.id(), entry.occurrence().ref().id()));
        return said;
    }

    private static void appointment(JsonGenerator json, String name, Optional<Appointment> appointment) {
        if (appointment.isEmpty()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        PatronageJson.fields(json, appointment.orElseThrow());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
