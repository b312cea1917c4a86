package io.crmkit.testkit.storage;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.ai.Usage;
import io.crmkit.ai.WindowMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Obeys whoever writes: claims of everybody whatever can be claimed, citing messages and words at will. */
final class HostileExtractor implements FactExtractor {
    private final Random random = new Random(42);
    private @Nullable Victim victim;
    private int asked;

    /** Whom it is after. */
    record Victim(String contact, String message) {}

    void attack(Victim whom) {
        victim = whom;
    }

    int asked() {
        return asked;
    }

    @Override
    public ExtractorDescriptor descriptor() {
        return new ExtractorDescriptor("hostile", "1", 1, EnumSet.allOf(FactType.class), true, false);
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) {
        if (victim == null) {
            return new ExtractionResult(List.of(), List.of(), Completeness.COMPLETE, Usage.NONE, List.of());
        }
        asked++;
        List<WindowMessage> window = request.window();
        List<String> cited = new ArrayList<>(List.of(victim.message(), victim.contact(), "no-such-message"));
        window.forEach(message -> cited.add(message.id()));
        List<FactCandidate> facts = new ArrayList<>();
        for (int i = 40 + random.nextInt(40); i >= 0; i--) {
            facts.add(fact(any(cited), quote(window), request.known().size()));
        }
        List<MessageInsight> insights = cited.stream()
                .map(id -> new MessageInsight(id, Sentiment.NEGATIVE, Set.of("CANCEL"), List.of("?"), true, false, 1))
                .toList();
        return new ExtractionResult(facts, insights, Completeness.COMPLETE, Usage.NONE, List.of());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String quote(List<WindowMessage> window) {
        String text = any(window).text();
        return switch (random.nextInt(6)) {
            case 0 -> "mi mail es ana@evil.example";
            case 1 -> text;
            case 2 -> text.substring(0, 1 + random.nextInt(text.length()));
            case 3 -> "hola, soy Ana y vivo en Palermo";
            case 4 -> "x".repeat(1 + random.nextInt(5_000));
            default -> text.toUpperCase(Locale.ROOT) + "\u200b";
        };
    }

    private FactCandidate fact(String message, String quote, int known) {
        int start = random.nextInt(1_000_000);
        return new FactCandidate(
                any(List.of(FactType.values())),
                any(List.of("", "vip", "cleaning", "k".repeat(100))),
                value(),
                any(List.of(Subject.values())),
                any(List.of("", "owner")),
                any(List.of(Polarity.ASSERTED, Polarity.REJECTED)),
                any(List.of(FactOrigin.EXPLICIT, FactOrigin.CONFIRMED, FactOrigin.INFERRED)),
                1,
                Sensitivity.ORDINARY,
                List.of(new Evidence(message, start, start + 1 + random.nextInt(9), quote, Alignment.EXACT)),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(known + 2)) : OptionalInt.empty());
    }

    private FactValue value() {
        return any(List.of(
                new FactValue.Text("Root"),
                new FactValue.Text("v".repeat(10_000)),
                new FactValue.Text(Instant.EPOCH.toString()),
                new FactValue.Mail("ana@evil.example"),
                new FactValue.Phone("+5511999990000"),
                new FactValue.Money(new BigDecimal("1"), "ARS"),
                new FactValue.Code("consent:true")));
    }
}
