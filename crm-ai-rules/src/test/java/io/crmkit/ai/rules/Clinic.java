package io.crmkit.ai.rules;

import io.crmkit.ai.Author;
import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.ContentKind;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** A clinic of Buenos Aires, to which customers write on Tuesday, the 3rd of March 2026, at 10. */
final class Clinic {
    private static final RulesExtractor EXTRACTOR = new RulesExtractor();
    private static final Instant TUESDAY = Instant.parse("2026-03-03T13:00:00Z");
    private static final BusinessContext BUSINESS = new BusinessContext(
            "AR",
            "11",
            "ARS",
            List.of(
                    new CatalogueEntry("cleaning", "Limpieza", List.of("limpieza dental", "limpeza", "cleaning")),
                    new CatalogueEntry("whitening", "Blanqueamiento", List.of("clareamento", "whitening")),
                    new CatalogueEntry("checkup", "Consulta", List.of("control", "avaliação", "checkup"))),
            List.of(new CatalogueEntry("vera", "Dra. Vera", List.of()), new CatalogueEntry("mica", "Mica", List.of())),
            List.of(),
            List.of(new CatalogueEntry("osde", "OSDE", List.of())),
            "clinic");

    private Clinic() {}

    static ExtractionResult reads(String... messages) {
        return reads(EnumSet.allOf(FactType.class), messages);
    }

    /** Messages of the customer; those that begin with {@code >} are the business's. */
    private static ExtractionResult reads(EnumSet<FactType> wanted, String... messages) {
        List<WindowMessage> window = new ArrayList<>();
        for (String message : messages) {
            boolean business = message.startsWith(">");
            window.add(new WindowMessage(
                    "m" + (window.size() + 1),
                    business ? Author.AGENT : Author.CUSTOMER,
                    ContentKind.TEXT,
                    TUESDAY,
                    business ? message.substring(1) : message,
                    "h",
                    WindowRole.NEW));
        }
        return EXTRACTOR.extract(new ExtractionRequest(
                "clinic",
                "c",
                "k",
                window,
                List.of(),
                BUSINESS,
                Locale.forLanguageTag("es-AR"),
                ZoneId.of("America/Argentina/Buenos_Aires"),
                wanted,
                ExtractionBudget.DEFAULT));
    }

    /** What is currently so of the customer, as "quote = value". */
    static List<String> told(FactType type, String... messages) {
        return facts(type, messages).stream()
                .filter(fact -> fact.polarity() == Polarity.ASSERTED)
                .map(fact ->
                        fact.evidence().get(0).quote() + " = " + fact.value().text())
                .toList();
    }

    static List<FactCandidate> facts(FactType type, String... messages) {
        return reads(messages).facts().stream()
                .filter(fact -> fact.type() == type)
                .toList();
    }

    static MessageInsight insight(String... messages) {
        List<MessageInsight> insights = reads(messages).insights();
        return insights.get(insights.size() - 1);
    }
}
