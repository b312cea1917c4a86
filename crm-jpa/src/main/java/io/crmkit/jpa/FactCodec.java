package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.contact.ContactId;
import io.crmkit.insight.Decision;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Support;
import io.crmkit.interaction.InteractionId;
import java.util.HashSet;
import java.util.List;

/** What is personal about facts, what they rest on and what messages show, as bytes to be sealed. */
final class FactCodec {
    private static final int VERSION = 1;

    private FactCodec() {}

    /** What of a fact is sealed. */
    record Body(Matter matter, Sensitivity sensitivity, List<Decision> decisions, double confidence) {}

    static byte[] encode(Fact fact) {
        Matter m = fact.matter();
        return FieldWriter.version(VERSION)
                .text(m.key())
                .record(m.value(), ValueCodec::write)
                .word(m.subject())
                .text(m.relation())
                .word(fact.sensitivity())
                .list(fact.decisions(), FactCodec::write)
                .decimal(fact.standing().confidence())
                .toBytes();
    }

    static Body decode(FactType type, byte[] bytes) {
        return FieldReader.read(bytes, VERSION, from -> {
            String key = required(from.text());
            var value = required(from.record(ValueCodec::read));
            Matter matter = new Matter(type, key, value, from.word(Subject.class), required(from.text()));
            return new Body(matter, from.word(Sensitivity.class), from.list(FactCodec::decision), from.decimal());
        });
    }

    private static void write(FieldWriter to, Decision decision) {
        to.text(decision.about().toString())
                .word(decision.verdict())
                .flag(decision.locked())
                .text(decision.by())
                .instant(decision.at());
    }

    private static Decision decision(FieldReader from) {
        return new Decision(
                ContactId.of(required(from.text())),
                from.word(Decision.Verdict.class),
                from.flag(),
                required(from.text()),
                required(from.instant()));
    }

    static byte[] encode(Support support) {
        return FieldWriter.version(VERSION)
                .instant(support.saidAt())
                .text(support.quote())
                .word(support.alignment())
                .text(support.version())
                .word(support.polarity())
                .word(support.origin())
                .decimal(support.confidence())
                .instant(support.readAt())
                .toBytes();
    }

    static Support support(InteractionId message, int start, int end, String extractor, byte[] bytes) {
        return FieldReader.read(bytes, VERSION, from -> {
            var saidAt = required(from.instant());
            String quote = required(from.text());
            Alignment alignment = from.word(Alignment.class);
            String version = required(from.text());
            return new Support(
                    message,
                    saidAt,
                    start,
                    end,
                    quote,
                    alignment,
                    extractor,
                    version,
                    from.word(Polarity.class),
                    from.word(FactOrigin.class),
                    from.decimal(),
                    required(from.instant()));
        });
    }

    static byte[] encode(MessageInsight insight) {
        return FieldWriter.version(VERSION)
                .word(insight.sentiment())
                .list(insight.intents().stream().sorted().toList(), FieldWriter::text)
                .list(insight.questions(), FieldWriter::text)
                .flag(insight.frustration())
                .flag(insight.injectionSuspected())
                .decimal(insight.confidence())
                .toBytes();
    }

    static MessageInsight insight(InteractionId message, byte[] bytes) {
        return FieldReader.read(bytes, VERSION, from -> {
            Sentiment sentiment = from.word(Sentiment.class);
            List<String> intents = from.list(item -> required(item.text()));
            List<String> questions = from.list(item -> required(item.text()));
            return new MessageInsight(
                    message.toString(),
                    sentiment,
                    new HashSet<>(intents),
                    questions,
                    from.flag(),
                    from.flag(),
                    from.decimal());
        });
    }
}
