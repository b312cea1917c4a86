package io.crmkit.benchmarks.extraction;

import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionUnavailableException;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How many messages a core reads in a second of its time, and how much of it the worst text takes. */
record ExtractionSpeed(FactExtractor extractor, List<Gold> golds, PrintStream out) {
    private static final double LEAST_PER_SECOND = 20_000;
    private static final double MOST_MILLIS = 50;
    private static final int LENGTH = 65_536;
    private static final List<String> PIECES = List.of(
            "a",
            "a ",
            "@",
            "a@",
            "a.",
            "a.a@a.a ",
            "1",
            "1 ",
            "11 5555-",
            "11 5555-1234 ",
            "+54 9 11 5555 1234 ",
            "no ",
            "no es ",
            "mi hija ",
            "mi hija Ana ",
            "soy ",
            "soy Ana ",
            "el lunes ",
            "el 5 de marzo ",
            "de 9 a 12 ",
            "$1.",
            "$500 ",
            "500 lucas ",
            "😀",
            "é",
            "\n",
            "? ",
            " punto ",
            "ana arroba ",
            "a las ",
            "+",
            "(",
            ",",
            "limpieza ",
            "me cobran ",
            "Ana ",
            "DNI 1 ",
            "pero ",
            "excelente ",
            "olvida ",
            "hace ",
            "quiero un ",
            "que que que ",
            "prefiero ",
            "perdón ");

    void measure(double seconds) throws ExtractionUnavailableException {
        List<ExtractionRequest> windows = windows();
        read(windows, seconds);
        double perSecond = read(windows, seconds);
        out.printf("%n%-58s %7s %7s%n", "speed, in time of one core", "figure", "aim");
        out.printf(
                "%-58s %,7.0f %,7.0f %s%n",
                "messages per second", perSecond, LEAST_PER_SECOND, perSecond >= LEAST_PER_SECOND ? "ok" : "missed");
        worst();
    }

    /** One window for each message of a customer, with what was said before it, as messages come in. */
    private List<ExtractionRequest> windows() {
        List<ExtractionRequest> windows = new ArrayList<>();
        for (Gold gold : golds) {
            ExtractionRequest whole = Answer.request(gold);
            for (int i = 0; i < gold.messages().size(); i++) {
                if (gold.messages().get(i).role().equals("customer")) {
                    windows.add(window(whole, i));
                }
            }
        }
        return windows;
    }

    private static ExtractionRequest window(ExtractionRequest whole, int last) {
        List<WindowMessage> messages = new ArrayList<>();
        for (int i = Math.max(0, last - 10); i <= last; i++) {
            WindowMessage message = whole.window().get(i);
            messages.add(new WindowMessage(
                    message.id(),
                    message.author(),
                    message.kind(),
                    message.sentAt(),
                    message.text(),
                    message.contentHash(),
                    i == last ? WindowRole.NEW : WindowRole.CONTEXT));
        }
        return of(whole, messages);
    }

    private static ExtractionRequest of(ExtractionRequest whole, List<WindowMessage> messages) {
        return new ExtractionRequest(
                whole.tenantId(),
                whole.contactId(),
                whole.conversationId(),
                messages,
                List.of(),
                whole.business(),
                whole.localeHint(),
                whole.zone(),
                whole.wanted(),
                whole.limits());
    }

    private double read(List<ExtractionRequest> windows, double seconds) throws ExtractionUnavailableException {
        long start = core();
        long until = start + (long) (seconds * 1e9);
        long messages = 0;
        while (core() < until) {
            for (ExtractionRequest window : windows) {
                extractor.extract(window);
            }
            messages += windows.size();
        }
        return messages / ((core() - start) / 1e9);
    }

    /** Time this thread had a core for, in nanoseconds: what else runs on the machine is not in it. */
    private static long core() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void worst() throws ExtractionUnavailableException {
        double slowest = 0;
        String which = "";
        for (String piece : PIECES) {
            double millis = millis(piece);
            if (millis > slowest) {
                slowest = millis;
                which = piece;
            }
        }
        out.printf(
                "%-58s %7.1f %7.0f %s%n",
                "slowest 64 KiB of " + PIECES.size() + " kinds, best of 5, ms: \"" + which.replace("\n", "\\n") + "\"",
                slowest,
                MOST_MILLIS,
                slowest <= MOST_MILLIS ? "ok" : "missed");
    }

    private double millis(String piece) throws ExtractionUnavailableException {
        Gold.Message message = golds.get(0).messages().get(0);
        String text = piece.repeat(LENGTH / piece.length());
        ExtractionRequest whole = Answer.request(golds.get(0));
        WindowMessage long64 = new WindowMessage(
                message.id(),
                whole.window().get(0).author(),
                whole.window().get(0).kind(),
                whole.window().get(0).sentAt(),
                text,
                "h",
                WindowRole.NEW);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = core();
            extractor.extract(of(whole, List.of(long64)));
            best = Math.min(best, (core() - start) / 1e6);
        }
        return best;
    }
}
