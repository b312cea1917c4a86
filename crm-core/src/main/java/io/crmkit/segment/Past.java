package io.crmkit.segment;

import io.crmkit.appointment.Patronage;
import io.crmkit.contact.Activity;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.segment.ContactFacts.Event;
import io.crmkit.segment.ContactFacts.Talk;
import io.crmkit.segment.ContactFacts.Trade;
import io.crmkit.segment.ContactFacts.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was known of a contact after each thing that happened, as it follows from the times of what happened; what has no
 * such time (tags, attributes, names, facts, moods, a status by hand) is as it is now.
 *
 * @param entries oldest first, up to now; the last ones, where they are too many
 * @param whole whether they are all
 */
record Past(ContactFacts now, List<Interaction> entries, boolean whole) {
    /** Since when the criterion has been fulfilled without a break; it is now. Empty where it was before all entries. */
    Optional<Instant> since(Criterion criterion, AsOf asOf) {
        List<Instant> times =
                entries.stream().map(Interaction::occurredAt).distinct().toList();
        Instant end = asOf.now();
        Instant since = null;
        for (int i = times.size() - 1; i >= 0; i--) {
            Instant start = times.get(i);
            ContactFacts facts = i == times.size() - 1 ? now : at(start);
            List<Instant> turns = new ArrayList<>(turns(criterion, facts, asOf.at(start), end));
            turns.add(0, start);
            for (int turn = turns.size() - 1; turn >= 0; turn--) {
                if (!new Fulfilment(asOf.at(turns.get(turn))).of(criterion, facts)) {
                    return Optional.ofNullable(since);
                }
                since = turns.get(turn);
            }
            end = start;
        }
        return whole ? Optional.ofNullable(since) : Optional.empty();
    }

    /** When the clock may have changed the answer, up to and with now, or before the next thing happened. */
    private SortedSet<Instant> turns(Criterion criterion, ContactFacts facts, AsOf start, Instant end) {
        SortedSet<Instant> moments = new Clockwork(start).moments(criterion, facts);
        boolean last = facts == now;
        return new TreeSet<>(moments.headSet(last ? end.plusNanos(1) : end));
    }

    private ContactFacts at(Instant time) {
        List<Interaction> known = entries.stream()
                .filter(entry -> !entry.occurredAt().isAfter(time))
                .toList();
        ContactSummary summary = now.summary();
        return new ContactFacts(
                new ContactSummary(summary.contact(), activity(known), summary.tags()),
                now.attributes(),
                trade(known),
                talk(known),
                now.told(),
                now.mood());
    }

    private Activity activity(List<Interaction> known) {
        Activity whole = now.summary().activity();
        int unseen = whole.interactions() - entries.size();
        return new Activity(
                whole() ? known.get(0).occurredAt() : whole.first(),
                known.get(known.size() - 1).occurredAt(),
                known.size() + Math.max(0, unseen),
                wrote(known).size()
                        + Math.max(0, whole.fromCustomer() - wrote(entries).size()),
                (int) known.stream()
                        .filter(entry ->
                                entry instanceof Message && entry.author().business())
                        .count());
    }

    private static List<Instant> wrote(List<Interaction> known) {
        return known.stream()
                .filter(entry -> entry instanceof Message && entry.author() == Author.CUSTOMER)
                .map(Interaction::occurredAt)
                .toList();
    }

    static Trade trade(List<Interaction> known) {
        Patronage patronage = Patronage.of(known.stream()
                .filter(Dealing.class::isInstance)
                .map(Dealing.class::cast)
                .toList());
        return new Trade(
                patronage.appointments().stream()
                        .map(each -> new Visit(each.status(), each.start()))
                        .toList(),
                patronage.spend(),
                patronage.revenue());
    }

    private static Talk talk(List<Interaction> known) {
        List<Instant> wrote = wrote(known);
        return new Talk(
                List.copyOf(attention(known).values()),
                known.stream()
                        .filter(SystemEvent.class::isInstance)
                        .map(event -> new Event(((SystemEvent) event).kind(), event.occurredAt()))
                        .toList(),
                wrote.isEmpty() ? null : wrote.get(0),
                wrote.isEmpty() ? null : wrote.get(wrote.size() - 1));
    }

    /** Who is to speak next in the latest conversation with each account. One that ended waits for nobody. */
    private static Map<ChannelAccount, Attention> attention(List<Interaction> known) {
        Map<ChannelAccount, Attention> attention = new HashMap<>();
        Map<ChannelAccount, ConversationId> latest = new HashMap<>();
        for (Interaction entry : known) {
            if (!entry.threaded()) {
                continue;
            }
            ChannelAccount account = entry.occurrence().ref().account();
            ConversationId conversation = entry.occurrence().conversation();
            Attention before = attention.getOrDefault(account, Attention.NONE);
            boolean another = !conversation.equals(latest.put(account, conversation));
            attention.put(account, (another ? before.carried() : before).and(Attention.of(entry)));
        }
        return attention;
    }
}
