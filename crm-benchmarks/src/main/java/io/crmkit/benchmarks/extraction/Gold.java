package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.Sentiment;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation with what should be read out of it.
 *
 * @param types which are labelled wherever they occur; others are not scored
 * @param roles whose messages are labelled
 * @param intents empty if they are not labelled
 */
record Gold(
        String id,
        String language,
        LocalDateTime reference,
        ZoneId zone,
        BusinessContext business,
        List<Message> messages,
        Set<String> types,
        Set<String> roles,
        List<Fact> facts,
        Optional<Set<String>> intents,
        Map<String, Sentiment> moods,
        boolean injection) {
    record Message(String id, String role, LocalDateTime at, String text) {}

    /**
     * @param status {@code active}, or why it is not
     * @param value empty if there is none to compare
     */
    record Fact(String type, String subject, String messageId, int start, int end, String value, String status) {
        boolean active() {
            return status.equals("active");
        }

        boolean overlaps(Told told) {
            return messageId.equals(told.messageId()) && start < told.end() && told.start() < end;
        }
    }

    /** Without what the business said, which no extractor is asked for. */
    Gold customersOnly() {
        List<Fact> ofCustomers = facts.stream()
                .filter(fact -> !fact.subject().equals("business"))
                .toList();
        return new Gold(
                id,
                language,
                reference,
                zone,
                business,
                messages,
                types,
                roles,
                ofCustomers,
                intents,
                moods,
                injection);
    }

    boolean labelled(String messageId) {
        return roles.isEmpty()
                || messages.stream()
                        .anyMatch(message -> message.id().equals(messageId) && roles.contains(message.role()));
    }
}
