package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.Sentiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts of what was told against what is labelled, as the script beside the labelled sets counts. */
final class Score {
    private static final Set<String> TIMES =
            Set.of("DATE", "TIME", "DATETIME", "DATE_RANGE", "TIME_RANGE", "RECURRING");

    /** Of one type. */
    static final class Count {
        int gold;
        int told;
        int exact;
        int overlap;
        int values;
        int right;

        double precision() {
            return told == 0 ? 0 : (double) overlap / told;
        }

        double f1() {
            return f1(overlap);
        }

        double exactF1() {
            return f1(exact);
        }

        private double f1(int hits) {
            return gold + told == 0 ? 0 : 2.0 * hits / (gold + told);
        }

        double valueAccuracy() {
            return values == 0 ? 0 : (double) right / values;
        }
    }

    final Map<String, Count> counts = new TreeMap<>();
    final Map<String, Integer> leaks = new TreeMap<>();
    final Map<Sentiment, Map<Sentiment, Integer>> moods = new HashMap<>();
    final List<String> misses = new ArrayList<>();
    int intentsRight;
    int intentsGold;
    int intentsTold;
    int foreign;
    int injected;
    int injections;
    int injectionsSeen;

    private static String pooled(String type) {
        return TIMES.contains(type) ? "TEMPORAL" : type;
    }

    void add(Gold gold, Answer answer) {
        facts(gold, answer);
        gold.intents().ifPresent(intents -> intents(gold, intents, answer));
        gold.moods().forEach((message, mood) -> {
            Sentiment told = answer.moods().getOrDefault(message, Sentiment.NEUTRAL);
            moods.computeIfAbsent(mood, any -> new HashMap<>()).merge(told, 1, Integer::sum);
            if (told != mood) {
                misses.add(gold.id() + " " + message + " mood " + mood + " told " + told);
            }
        });
        if (gold.injection()) {
            injections++;
            injectionsSeen += answer.injected().isEmpty() ? 0 : 1;
            injected += answer.facts().size();
        }
    }

    private void facts(Gold gold, Answer answer) {
        Set<String> types = new HashSet<>();
        gold.types().forEach(type -> types.add(pooled(type)));
        List<Gold.Fact> labelled = gold.facts().stream()
                .filter(fact -> gold.labelled(fact.messageId()))
                .toList();
        List<Gold.Fact> active = labelled.stream().filter(Gold.Fact::active).toList();
        Set<Integer> exact = new HashSet<>();
        Set<Integer> near = new HashSet<>();
        active.forEach(fact -> count(fact.type()).gold++);
        for (Told told : answer.facts()) {
            if (types.contains(told.type()) && gold.labelled(told.messageId())) {
                one(gold, told, labelled, active, exact, near);
            }
        }
        for (int i = 0; i < active.size(); i++) {
            if (!near.contains(i)) {
                misses.add(gold.id() + " missed " + active.get(i));
            }
        }
    }

    private void one(
            Gold gold,
            Told told,
            List<Gold.Fact> labelled,
            List<Gold.Fact> active,
            Set<Integer> exact,
            Set<Integer> near) {
        Count count = count(told.type());
        count.told++;
        for (int i = 0; i < active.size(); i++) {
            Gold.Fact fact = active.get(i);
            boolean same = pooled(fact.type()).equals(told.type()) && fact.overlaps(told);
            if (same && fact.start() == told.start() && fact.end() == told.end() && exact.add(i)) {
                count.exact++;
                break;
            }
        }
        int hit = -1;
        for (int i = 0; i < active.size() && hit < 0; i++) {
            Gold.Fact fact = active.get(i);
            hit = pooled(fact.type()).equals(told.type()) && fact.overlaps(told) && near.add(i) ? i : -1;
        }
        if (hit >= 0) {
            hit(gold, told, active.get(hit), count);
            return;
        }
        misses.add(gold.id() + " extra " + told);
        for (Gold.Fact fact : labelled) {
            if (!fact.active() && pooled(fact.type()).equals(told.type()) && fact.overlaps(told)) {
                leaks.merge(told.type(), 1, Integer::sum);
                return;
            }
        }
    }

    private void hit(Gold gold, Told told, Gold.Fact fact, Count count) {
        count.overlap++;
        if (fact.start() != told.start() || fact.end() != told.end()) {
            misses.add(gold.id() + " span " + fact + " told " + told);
        }
        if (!fact.value().isEmpty()) {
            count.values++;
            boolean right = Starts.asked(fact.value())
                    ? Starts.same(fact.value(), told.value(), gold.reference().toLocalDate())
                    : fact.value().equalsIgnoreCase(told.value());
            count.right += right ? 1 : 0;
            if (!right) {
                misses.add(gold.id() + " value " + fact + " told " + told.value());
            }
        }
        boolean others = fact.subject().equals("other") || fact.subject().equals("business");
        if (others && told.subject().equals("customer")) {
            foreign++;
            misses.add(gold.id() + " foreign " + told);
        }
    }

    private Count count(String type) {
        return counts.computeIfAbsent(pooled(type), any -> new Count());
    }

    private void intents(Gold gold, Set<String> intents, Answer answer) {
        Set<String> wanted = new TreeSet<>(intents);
        Set<String> told = new TreeSet<>(answer.intents());
        wanted.remove("NONE");
        told.remove("NONE");
        intentsGold += wanted.size();
        intentsTold += told.size();
        intentsRight += (int) wanted.stream().filter(told::contains).count();
        if (!wanted.equals(told)) {
            misses.add(gold.id() + " intents " + wanted + " told " + told);
        }
    }

    double intentsF1() {
        return intentsGold + intentsTold == 0 ? 0 : 2.0 * intentsRight / (intentsGold + intentsTold);
    }

    double moodAccuracy() {
        return (double) moods.entrySet().stream()
                        .mapToInt(entry -> entry.getValue().getOrDefault(entry.getKey(), 0))
                        .sum()
                / Math.max(1, labelledMoods());
    }

    int labelledMoods() {
        return moods.values().stream()
                .flatMap(told -> told.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    double moodMacroF1() {
        return moods.keySet().stream().mapToDouble(this::moodF1).average().orElse(0);
    }

    private double moodF1(Sentiment mood) {
        Map<Sentiment, Integer> row = Objects.requireNonNull(moods.get(mood));
        int labelled = row.values().stream().mapToInt(Integer::intValue).sum();
        int told = moods.values().stream()
                .mapToInt(other -> other.getOrDefault(mood, 0))
                .sum();
        return 2.0 * row.getOrDefault(mood, 0) / (labelled + told);
    }

    @Nullable Count of(String type) {
        return counts.get(type);
    }
}
