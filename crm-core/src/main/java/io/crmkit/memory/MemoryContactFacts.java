package io.crmkit.memory;

import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.segment.ContactFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what criteria are tested on, of contacts of one tenant in memory. */
record MemoryContactFacts(TenantState state) {
    ContactFacts of(ContactSummary summary) {
        ContactId id = summary.id();
        List<Interaction> entries = state.entriesOf(id).stream()
                .map(TenantState.EntryRow::interaction)
                .toList();
        return new ContactFacts(
                summary,
                state.added(id).attributes(),
                trade(Objects.requireNonNullElse(state.patronages.get(id), Patronage.NONE)),
                talk(id, entries),
                Objects.requireNonNullElse(state.facts.get(id), List.<Fact>of()).stream()
                        .filter(Fact::current)
                        .map(fact -> new ContactFacts.Told(
                                fact.matter().type(), fact.matter().key()))
                        .collect(Collectors.toSet()),
                mood(entries));
    }

    private static ContactFacts.Trade trade(Patronage patronage) {
        return new ContactFacts.Trade(
                patronage.appointments().stream()
                        .map(each -> new ContactFacts.Visit(each.status(), each.start()))
                        .toList(),
                patronage.spend(),
                patronage.revenue());
    }

    private ContactFacts.Talk talk(ContactId id, List<Interaction> entries) {
        List<Instant> wrote =
                written(entries).stream().map(Interaction::occurredAt).toList();
        return new ContactFacts.Talk(
                state.conversationsOf(id).stream()
                        .filter(Conversation::open)
                        .map(Conversation::attention)
                        .toList(),
                entries.stream()
                        .filter(SystemEvent.class::isInstance)
                        .map(event -> new ContactFacts.Event(((SystemEvent) event).kind(), event.occurredAt()))
                        .toList(),
                wrote.isEmpty() ? null : wrote.get(0),
                wrote.isEmpty() ? null : wrote.get(wrote.size() - 1));
    }

    /** The customer's messages, oldest first. */
    private static List<Interaction> written(List<Interaction> entries) {
        return entries.stream()
                .filter(entry -> entry instanceof Message && entry.author() == Author.CUSTOMER)
                .toList();
    }

    private @Nullable Sentiment mood(List<Interaction> entries) {
        List<Interaction> written = new ArrayList<>(written(entries));
        Collections.reverse(written);
        return written.stream()
                .map(message -> moodOf(message))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** As the surest reader saw it. */
    private Optional<Sentiment> moodOf(Interaction message) {
        Map<String, Reading> readings =
                Objects.requireNonNullElse(state.readings.get(message.id()), Map.<String, Reading>of());
        return readings.values().stream()
                .filter(reading -> reading.insight() != null)
                .min(Reading.SUREST)
                .map(Reading::insight)
                .map(MessageInsight::sentiment);
    }
}
