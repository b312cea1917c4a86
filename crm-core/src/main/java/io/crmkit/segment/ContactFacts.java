package io.crmkit.segment;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.EventKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What criteria are tested on: one contact.
 *
 * @param told facts that hold
 * @param mood of the latest of the customer's messages whose mood is known
 * @since 0.1
 */
public record ContactFacts(
        ContactSummary summary,
        Map<String, AttributeValue> attributes,
        Trade trade,
        Talk talk,
        Set<Told> told,
        @Nullable Sentiment mood) {
    public ContactFacts {
        attributes = Map.copyOf(attributes);
        told = Set.copyOf(told);
    }

    /**
     * What a contact booked and paid.
     *
     * @param spend by currency
     * @param revenue by currency
     */
    public record Trade(
            List<Visit> visits, SortedMap<String, BigDecimal> spend, SortedMap<String, BigDecimal> revenue) {
        /** Nothing. */
        public static final Trade NONE = new Trade(List.of(), new TreeMap<>(), new TreeMap<>());

        public Trade {
            visits = List.copyOf(visits);
            spend = Collections.unmodifiableSortedMap(new TreeMap<>(spend));
            revenue = Collections.unmodifiableSortedMap(new TreeMap<>(revenue));
        }
    }

    /** An appointment. */
    public record Visit(AppointmentStatus status, @Nullable Instant start) {}

    /**
     * How it was talked with a contact.
     *
     * @param open who is to speak next in each open conversation
     * @param firstWrote the customer's first message
     * @param lastWrote the customer's last message
     */
    public record Talk(
            List<Attention> open,
            List<Event> events,
            @Nullable Instant firstWrote,
            @Nullable Instant lastWrote) {
        /** Not at all. */
        public static final Talk NONE = new Talk(List.of(), List.of(), null, null);

        public Talk {
            open = List.copyOf(open);
            events = List.copyOf(events);
        }
    }

    /** Something that happened. */
    public record Event(EventKind kind, Instant at) {}

    /** A fact that holds. */
    public record Told(FactType type, String key) {
        /** Without the key, which is personal. */
        @Override
        public String toString() {
            return "Told[" + type + "]";
        }
    }
}
