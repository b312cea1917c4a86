package io.crmkit.insight;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.Beat;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ConversationId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a contact communicates, read off the newest messages.
 *
 * @param messages how many of theirs it is read off
 * @param theirResponse how long they usually take to answer the business: the median
 * @param ourResponse how long the business usually takes to answer them: the median
 * @param hours how many of their messages came in each hour of the day, in the tenant's zone
 * @param days how many came on each day of the week, in the tenant's zone
 * @param perWeek how many of their messages came in a week on average, from the first to the last
 * @param conversationLength messages of both sides in a conversation on average
 * @param channels how many of their messages came by each account of the business
 * @since 0.1
 */
public record Behaviour(
        int messages,
        Optional<Duration> theirResponse,
        Optional<Duration> ourResponse,
        Map<Integer, Integer> hours,
        Map<DayOfWeek, Integer> days,
        double perWeek,
        double conversationLength,
        Map<ChannelAccount, Integer> channels) {
    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    /** So much is looked at. */
    public static final int NEWEST = 500;

    /** @param beats messages of both sides, in any order */
    public static Behaviour of(List<Beat> beats, ZoneId zone) {
        List<Beat> sorted =
                beats.stream().sorted(Comparator.comparing(Beat::at)).toList();
        Map<Integer, Integer> hours = new TreeMap<>();
        Map<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
        Map<ChannelAccount, Integer> channels = new LinkedHashMap<>();
        List<Beat> theirs =
                sorted.stream().filter(b -> b.author() == Author.CUSTOMER).toList();
        for (Beat beat : theirs) {
            ZonedDateTime local = beat.at().atZone(zone);
            hours.merge(local.getHour(), 1, Integer::sum);
            days.merge(local.getDayOfWeek(), 1, Integer::sum);
            channels.merge(beat.account(), 1, Integer::sum);
        }
        Map<ConversationId, List<Beat>> conversations =
                sorted.stream().collect(Collectors.groupingBy(Beat::conversation));
        return new Behaviour(
                theirs.size(),
                response(conversations, b -> b.author().business(), b -> b.author() == Author.CUSTOMER),
                response(
                        conversations,
                        b -> b.author() == Author.CUSTOMER,
                        b -> b.author().business()),
                hours,
                days,
                perWeek(theirs),
                conversations.isEmpty() ? 0 : (double) sorted.size() / conversations.size(),
                channels);
    }

    /** The hours in which most of their messages came, the best first; empty where there are too few to tell. */
    public List<Integer> preferredHours() {
        return preferred(hours);
    }

    /** The days on which most of their messages came, the best first; empty where there are too few to tell. */
    public List<DayOfWeek> preferredDays() {
        return preferred(days);
    }

    /** The account most of their messages came by. */
    public Optional<ChannelAccount> preferredChannel() {
        return channels.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static <K> List<K> preferred(Map<K, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all < 3) {
            return List.of();
        }
        return counts.entrySet().stream()
                .filter(count -> 5 * count.getValue() >= all)
                .sorted(Map.Entry.<K, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double perWeek(List<Beat> theirs) {
        if (theirs.isEmpty()) {
            return 0;
        }
        Duration span = Duration.between(
                theirs.get(0).at(), theirs.get(theirs.size() - 1).at());
        return theirs.size() / Math.max(1, span.toSeconds() / WEEK_SECONDS);
    }

    /** From the first of what waits for an answer to the answer, within a conversation. */
    private static Optional<Duration> response(
            Map<ConversationId, List<Beat>> conversations, Predicate<Beat> asks, Predicate<Beat> answers) {
        List<Duration> waits = new ArrayList<>();
        for (List<Beat> beats : conversations.values()) {
            Instant asked = null;
            for (Beat beat : beats) {
                if (asks.test(beat)) {
                    asked = asked == null ? beat.at() : asked;
                } else if (answers.test(beat) && asked != null) {
                    waits.add(Duration.between(asked, beat.at()));
                    asked = null;
                }
            }
        }
        waits.sort(Comparator.naturalOrder());
        return waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
    }
}
