package io.crmkit.ai.rules;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.KnownFact;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.WindowMessage;
import java.util.List;
import java.util.OptionalInt;

/** Findings in the form the port asks for. */
final class Candidates {
    private Candidates() {}

    static FactCandidate of(WindowMessage message, Reading reading, Finding finding, List<KnownFact> known) {
        Words words = reading.words();
        int start = words.at(finding.from()).start();
        int end = words.at(finding.to() - 1).end();
        Evidence evidence =
                new Evidence(message.id(), start, end, message.text().substring(start, end), Alignment.EXACT);
        return new FactCandidate(
                finding.type(),
                finding.key(),
                finding.value(),
                finding.subject(),
                finding.relation(),
                finding.polarity(),
                FactOrigin.EXPLICIT,
                finding.confidence(),
                sensitivity(finding.type()),
                List.of(evidence),
                replaced(reading, finding, known));
    }

    private static Sensitivity sensitivity(FactType type) {
        return switch (type) {
            case HEALTH -> Sensitivity.HEALTH;
            case ID_NUMBER -> Sensitivity.IDENTITY;
            default -> Sensitivity.ORDINARY;
        };
    }

    private static OptionalInt replaced(Reading reading, Finding finding, List<KnownFact> known) {
        if (!finding.asserted() || !finding.customers() || !Corrections.opens(reading, finding)) {
            return OptionalInt.empty();
        }
        return known.stream()
                .filter(fact -> fact.type() == finding.type() && !fact.value().equals(finding.value()))
                .mapToInt(KnownFact::ref)
                .findFirst();
    }
}
