package io.crmkit.profile;

import io.crmkit.appointment.Habits;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Note;
import io.crmkit.insight.Behaviour;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Insights;
import io.crmkit.interaction.Interaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything at hand about one contact.
 *
 * @param inquiry empty until they wrote something
 * @param conversations the newest ones, newest first
 * @param recent the newest interactions, oldest first
 * @param attributes what custom attributes are set, by name
 * @param notes the newest ones, newest first
 * @param conflicts contacts that a provider calls the same person although their identifiers contradict
 * @param facts everything known, what no longer holds included, with what it rests on
 * @param insights what to make of it
 * @param behaviour how they communicate
 * @param patronage what they booked and paid
 * @param habits how they book
 * @since 0.1
 */
public record ContactProfile(
        ContactSummary summary,
        Optional<InitialInquiry> inquiry,
        List<ConversationView> conversations,
        List<Interaction> recent,
        Map<String, AttributeValue> attributes,
        List<Note> notes,
        List<ContactId> conflicts,
        List<Fact> facts,
        Insights insights,
        Behaviour behaviour,
        Patronage patronage,
        Habits habits) {}
