package io.crmkit.export.pdf;

import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.appointment.Patronage;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sheet tells of a timeline: how much was said by month and in what mood, what was booked and paid. */
final class History {
    private static final int MONTHS = 12;
    private static final int LEAST = 6;

    private final ZoneId zone;
    private final YearMonth first;
    private final YearMonth last;
    private final Map<YearMonth, int[]> said = new TreeMap<>();
    private final Map<YearMonth, int[]> moods = new TreeMap<>();
    private final List<Dealing> dealings = new ArrayList<>();

    private History(ZoneId zone, YearMonth first, YearMonth last) {
        this.zone = zone;
        this.first = first;
        this.last = last;
    }

    static History of(Dossier dossier, ZoneId zone, Instant now) {
        Instant end = dossier.summary().activity().lastContactAt().orElse(now);
        Instant begin = dossier.summary().activity().firstContactAt().orElse(end);
        History history = new History(zone, YearMonth.from(begin.atZone(zone)), YearMonth.from(end.atZone(zone)));
        dossier.entries(history::take);
        return history;
    }

    private void take(Entry entry) {
        Interaction interaction = entry.interaction();
        if (interaction instanceof Dealing dealing) {
            dealings.add(dealing);
        }
        YearMonth month = YearMonth.from(interaction.occurredAt().atZone(zone));
        if (!(interaction instanceof Message) || month.isBefore(months().get(0))) {
            return;
        }
        said.computeIfAbsent(month, m -> new int[2])[interaction.author() == Author.CUSTOMER ? 0 : 1]++;
        for (Reading reading : entry.readings()) {
            MessageInsight insight = reading.insight();
            if (insight != null) {
                int[] mood = moods.computeIfAbsent(month, m -> new int[2]);
                mood[0] += insight.sentiment() == Sentiment.POSITIVE
                        ? 1
                        : insight.sentiment() == Sentiment.NEGATIVE ? -1 : 0;
                mood[1]++;
            }
        }
    }

    /** The last twelve, or those since the first contact, but six at least; the earliest first. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        long since = first.until(last, ChronoUnit.MONTHS) + 1;
        for (long i = Math.min(MONTHS, Math.max(LEAST, since)) - 1; i >= 0; i--) {
            months.add(last.minusMonths(i));
        }
        return months;
    }

    int fromCustomer(YearMonth month) {
        return said.getOrDefault(month, new int[2])[0];
    }

    int fromBusiness(YearMonth month) {
        return said.getOrDefault(month, new int[2])[1];
    }

    boolean hasMood(YearMonth month) {
        return moods.containsKey(month);
    }

    /** From -1 to 1. */
    float mood(YearMonth month) {
        int[] mood = moods.getOrDefault(month, new int[] {0, 1});
        return (float) mood[0] / mood[1];
    }

    boolean said() {
        return !said.isEmpty();
    }

    boolean moody() {
        return !moods.isEmpty();
    }

    Patronage patronage() {
        return Patronage.of(dealings);
    }
}
