package io.crmkit.ai.langchain4j;

import io.crmkit.ai.Author;
import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.CatalogueEntry;
import io.crmkit.ai.ContentKind;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.KnownFact;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** A window of an invented conversation: 0 and 1 are the customer's old and the bot's new message, 2 the customer's new. */
final class Windows {
    static final String SAID =
            "Soy Julia Paredes, mi  mail es julia.p@example.com y quiero una Limpieza mañana a las 17";

    private static final BusinessContext CLINIC = new BusinessContext(
            "AR",
            "11",
            "ARS",
            List.of(new CatalogueEntry("cleaning", "Limpieza", List.of("limpieza dental"))),
            List.of(),
            List.of(),
            List.of(),
            "clinic");

    private Windows() {}

    static ExtractionRequest window() {
        return window(ExtractionBudget.DEFAULT);
    }

    static ExtractionRequest window(ExtractionBudget limits) {
        return new ExtractionRequest(
                "clinica-norte",
                "c1",
                "k1",
                List.of(
                        message("before", Author.CUSTOMER, "mi mail era vieja@example.com", WindowRole.CONTEXT),
                        message("bot", Author.BOT, "Soy Turnero, turnero@example.com", WindowRole.NEW),
                        message("now", Author.CUSTOMER, SAID, WindowRole.NEW)),
                List.of(new KnownFact(
                        7, FactType.EMAIL, "", new FactValue.Mail("vieja@example.com"), FactOrigin.EXPLICIT)),
                CLINIC,
                Locale.forLanguageTag("es-AR"),
                ZoneId.of("America/Argentina/Buenos_Aires"),
                EnumSet.complementOf(EnumSet.of(FactType.HEALTH)),
                limits);
    }

    private static WindowMessage message(String id, Author author, String text, WindowRole role) {
        return new WindowMessage(
                id, author, ContentKind.TEXT, Instant.parse("2026-03-03T13:00:00Z"), text, "h" + id, role);
    }
}
