package io.crmkit.export;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.FactId;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Standing;
import io.crmkit.insight.Support;
import io.crmkit.interaction.InteractionId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads a fact. */
final class FactReader {
    private FactReader() {}

    static Fact fact(Fields f) {
        return new Fact(
                new FactId(f.id("id")),
                new Matter(
                        f.word("type", FactType.class),
                        f.text("key"),
                        f.object("exact").read(FactReader::value),
                        f.word("subject", Subject.class),
                        f.text("relation")),
                f.word("sensitivity", Sensitivity.class),
                f.each("decisions", FactReader::decision),
                f.each("evidence", FactReader::evidence),
                new Standing(
                        f.word("state", Standing.State.class),
                        f.real("confidence"),
                        f.optionalTime("validFrom"),
                        f.optionalTime("validTo")),
                f.time("recordedAt"),
                f.optionalTime("retractedAt"));
    }

    private static FactValue value(Fields f) {
        return switch (f.text("kind")) {
            case "text" -> new FactValue.Text(f.text("value"));
            case "code" -> new FactValue.Code(f.text("value"));
            case "money" -> new FactValue.Money(new BigDecimal(f.text("amount")), f.text("currency"));
            case "phone" -> new FactValue.Phone(f.text("value"));
            case "mail" -> new FactValue.Mail(f.text("value"));
            case "moment" ->
                new FactValue.Moment(
                        LocalDateTime.parse(f.text("start")),
                        end(f.optional("end")),
                        f.word("grain", FactValue.Moment.Grain.class),
                        f.flag("approximate"));
            case "time_of_day" ->
                new FactValue.TimeOfDay(
                        LocalTime.parse(f.text("start")),
                        f.has("end") ? LocalTime.parse(f.text("end")) : null,
                        f.flag("approximate"));
            case "score" -> new FactValue.Score(f.real("value"));
            default -> throw new IllegalArgumentException("There is no such kind of value");
        };
    }

    private static @Nullable LocalDateTime end(@Nullable String end) {
        if (end == null) {
            return null;
        }
        return end.equals("open") ? FactValue.Moment.OPEN : LocalDateTime.parse(end);
    }

    private static Decision decision(Fields f) {
        return new Decision(
                PortraitReader.contact(f, "contactId"),
                f.word("verdict", Decision.Verdict.class),
                f.flag("locked"),
                f.text("by"),
                f.time("at"));
    }

    private static Support evidence(Fields f) {
        return new Support(
                new InteractionId(f.id("entryId")),
                f.time("saidAt"),
                f.whole("start"),
                f.whole("end"),
                f.text("quote"),
                f.word("alignment", Alignment.class),
                f.text("extractor"),
                f.text("version"),
                f.word("polarity", Polarity.class),
                f.word("origin", FactOrigin.class),
                f.real("confidence"),
                f.time("readAt"));
    }
}
