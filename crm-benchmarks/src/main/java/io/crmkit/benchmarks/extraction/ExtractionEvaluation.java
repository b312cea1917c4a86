package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.rules.RulesExtractor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code extraction}: every figure of the offline extractor with its bar, over all labelled sets. */
public final class ExtractionEvaluation {
    /** Where the shared sets lie, beside the checkout. */
    public static final Path SHARED = Path.of("..", "shared", "evaluation", "extraction");

    private static final List<String> TRENDS = List.of(
            "sgd_appointments_en",
            "restaurant8k_names_en",
            "nlupp_multiintent_en",
            "presidio_pii_en",
            "abcd_sample_en",
            "recognizers_text_es",
            "recognizers_text_pt",
            "recognizers_text_en",
            "duckling_time_es",
            "duckling_time_pt",
            "duckling_time_en");

    private final FactExtractor extractor = new RulesExtractor();
    private final PrintStream out;

    private ExtractionEvaluation(PrintStream out) {
        this.out = out;
    }

    /**
     * Reads, scores and prints.
     *
     * @param folder of the shared sets; a notice is printed if it is not there
     * @param seconds to measure the speed
     */
    public static void run(Path folder, double seconds, PrintStream out)
            throws IOException, ExtractionUnavailableException {
        ExtractionEvaluation evaluation = new ExtractionEvaluation(out);
        List<Gold> own = OwnSet.read("own.txt");
        evaluation.seen("own conversations, shipped with this command", own);
        evaluation.seen(
                "a physiotherapist's conversations, shipped with this command", OwnSet.read("physiotherapist.txt"));
        evaluation.seen("an optician's conversations, shipped with this command", OwnSet.read("optician.txt"));
        evaluation.seen("a vet's conversations, shipped with this command", OwnSet.read("veterinary.txt"));
        if (Files.isRegularFile(folder.resolve("catalog.json"))) {
            SharedSets shared = SharedSets.in(folder);
            List<Gold> spanish = shared.read("es_ar");
            evaluation.seen("es_ar", spanish);
            evaluation.seen("pt_en_authored", shared.read("pt_en_authored"));
            out.printf("%nNo bar, for the trend:%n");
            for (String name : TRENDS) {
                evaluation.trend(name, shared.read(name));
            }
        } else {
            out.printf("%nSkipped: no shared sets in %s%n", folder);
        }
        new ExtractionSpeed(evaluation.extractor, own, out).measure(seconds);
    }

    private Score score(List<Gold> golds) throws ExtractionUnavailableException {
        Score score = new Score();
        for (Gold gold : golds) {
            score.add(gold, Answer.of(extractor, gold));
        }
        return score;
    }

    private Score barred(String name, List<Gold> golds) throws ExtractionUnavailableException {
        Score score = score(golds);
        out.printf("%n%-58s %7s %7s%n", name + ": " + golds.size() + " conversations", "figure", "bar");
        type(score, "EMAIL", 0.95);
        type(score, "PHONE", 0.95);
        Score.Count phones = score.of("PHONE");
        if (phones != null) {
            atLeast("PHONE value accuracy", phones.valueAccuracy(), 0.95);
        }
        Score.Count names = score.of("PERSON_NAME");
        if (names != null) {
            atLeast("PERSON_NAME precision", names.precision(), 0.9);
        }
        type(score, "PERSON_NAME", 0.75);
        type(score, "SERVICE", 0.95);
        type(score, "PRICE", 0.95);
        Score.Count times = score.of("TEMPORAL");
        if (times != null) {
            atLeast("times exact-span F1", times.exactF1(), 0.7);
            atLeast("times value accuracy", times.valueAccuracy(), 0.75);
        }
        atLeast("intents micro-F1", score.intentsF1(), 0.75);
        atLeast("sentiment accuracy", score.moodAccuracy(), 0.88);
        atLeast("sentiment macro-F1", score.moodMacroF1(), 0.7);
        none(
                "leaks of what is not current",
                score.leaks.values().stream().mapToInt(Integer::intValue).sum());
        none("third-party or business facts written to the contact", score.foreign);
        none("facts from injected messages", score.injected);
        out.printf("%-58s %3d / %d%n", "injections noticed", score.injectionsSeen, score.injections);
        score.counts.forEach((type, count) -> line(type, count));
        return score;
    }

    /** What is missed is shown too: rules were touched after looking at it. */
    private void seen(String name, List<Gold> golds) throws ExtractionUnavailableException {
        barred(name, golds).misses.forEach(miss -> out.println("  " + miss));
    }

    private void trend(String name, List<Gold> golds) throws ExtractionUnavailableException {
        Score score = score(golds.stream().map(Gold::customersOnly).toList());
        out.printf("%n%s: %d records%n", name, golds.size());
        score.counts.forEach((type, count) -> line(type, count));
    }

    private void line(String type, Score.Count count) {
        out.printf(
                "  %-14s gold %4d told %4d  exact F1 %.3f  overlap P %.3f F1 %.3f  value accuracy %s%n",
                type,
                count.gold,
                count.told,
                count.exactF1(),
                count.precision(),
                count.f1(),
                count.values == 0 ? "-" : String.format(java.util.Locale.ROOT, "%.3f", count.valueAccuracy()));
    }

    private void type(Score score, String type, double bar) {
        Score.Count count = score.of(type);
        if (count != null) {
            atLeast(type + " F1", count.f1(), bar);
        }
    }

    private void atLeast(String what, double figure, double bar) {
        out.printf("%-58s %7.3f %7.2f %s%n", what, figure, bar, figure >= bar ? "ok" : "missed");
    }

    private void none(String what, int figure) {
        out.printf("%-58s %7d %7d %s%n", what, figure, 0, figure == 0 ? "ok" : "missed");
    }
}
