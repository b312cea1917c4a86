package io.crmkit.analytics;

import io.crmkit.interaction.Author;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers how the business dealt with those who wrote to it in one period. Holds a few times of each conversation. */
final class Answering {
    private final LocalDate from;
    private final LocalDate to;
    private final List<Duration> byBot = new ArrayList<>();
    private final List<Duration> byAgent = new ArrayList<>();
    private final List<Duration> handover = new ArrayList<>();
    private final List<Duration> resolution = new ArrayList<>();
    private final TreeMap<BigDecimal, Integer> scores = new TreeMap<>();
    private int conversations;
    private int asked;
    private int botAlone;
    private int withAgent;
    private int settledByBot;
    private int ratings;

    private Answering(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /** Periods of one length that follow each other, by the calendar of a zone. */
    static List<Operations> of(Talks talks, ZoneId zone, LocalDate start, Period length, int periods) {
        List<Answering> desks = new ArrayList<>();
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            LocalDate from = start.plus(length.multipliedBy(i));
            LocalDate next = start.plus(length.multipliedBy(i + 1));
            desks.add(new Answering(from, next.minusDays(1)));
            starts.add(from.atStartOfDay(zone).toInstant());
        }
        Instant until =
                start.plus(length.multipliedBy(periods)).atStartOfDay(zone).toInstant();
        Function<Instant, Answering> at = when -> {
            int found = Collections.binarySearch(starts, when);
            return desks.get(found >= 0 ? found : -found - 2);
        };
        talks.begun(starts.get(0), until, talk -> at.apply(talk.openedAt()).add(talk));
        talks.rated(starts.get(0), until, rating -> at.apply(rating.at()).add(rating));
        return desks.stream().map(Answering::operations).toList();
    }

    private void add(Talk talk) {
        conversations++;
        asked += talk.first().since() == null ? 0 : 1;
        botAlone += talk.fromBot() > 0 && talk.fromAgent() == 0 ? 1 : 0;
        withAgent += talk.fromAgent() > 0 ? 1 : 0;
        talk.first().length().ifPresent((talk.first().by() == Author.BOT ? byBot : byAgent)::add);
        talk.handover().length().ifPresent(handover::add);
        Optional.ofNullable(talk.settledAt()).ifPresent(at -> {
            resolution.add(Duration.between(talk.openedAt(), at));
            settledByBot += talk.fromBot() > 0 && talk.fromAgent() == 0 ? 1 : 0;
        });
    }

    private void add(Talks.Rating rating) {
        ratings++;
        Optional.ofNullable(rating.score()).ifPresent(score -> scores.merge(score, 1, Integer::sum));
    }

    private Operations operations() {
        return new Operations(
                from,
                to,
                conversations,
                asked,
                Spread.of(byBot),
                Spread.of(byAgent),
                Spread.of(handover),
                Spread.of(resolution),
                botAlone,
                withAgent,
                settledByBot,
                new Feedback(ratings, scores));
    }
}
