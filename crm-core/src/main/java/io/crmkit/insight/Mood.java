package io.crmkit.insight;

import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import java.util.List;

/**
 * The mood of a contact's recent messages.
 *
 * @param score from -1, all negative, to 1, all positive; 0 where nothing is known
 * @param trend how the later half of the messages compares with the earlier
 * @param frustrated how many of the messages show frustration
 * @since 0.1
 */
public record Mood(int positive, int negative, int mixed, int neutral, double score, Trend trend, int frustrated) {
    private static final double NOTICEABLE = 0.2;

    /** Where it goes. */
    public enum Trend {
        BETTER,
        STEADY,
        WORSE
    }

    /** @param messages the oldest first */
    static Mood of(List<MessageInsight> messages) {
        int half = messages.size() / 2;
        double change = score(messages.subList(half, messages.size())) - score(messages.subList(0, half));
        Trend trend =
                half == 0 || Math.abs(change) < NOTICEABLE ? Trend.STEADY : change > 0 ? Trend.BETTER : Trend.WORSE;
        return new Mood(
                count(messages, Sentiment.POSITIVE),
                count(messages, Sentiment.NEGATIVE),
                count(messages, Sentiment.MIXED),
                count(messages, Sentiment.NEUTRAL),
                score(messages),
                trend,
                (int) messages.stream().filter(MessageInsight::frustration).count());
    }

    private static int count(List<MessageInsight> messages, Sentiment sentiment) {
        return (int) messages.stream().filter(m -> m.sentiment() == sentiment).count();
    }

    private static double score(List<MessageInsight> messages) {
        return messages.stream()
                .mapToInt(m -> switch (m.sentiment()) {
                    case POSITIVE -> 1;
                    case NEGATIVE -> -1;
                    default -> 0;
                })
                .average()
                .orElse(0);
    }
}
