package io.crmkit.masking;

import io.crmkit.ai.FactValue;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Matter;
import io.crmkit.insight.Support;

/** That there is a fact of a type, how it stands and where it rests; not what it says. */
final class MaskedFact {
    private MaskedFact() {}

    static Fact of(Fact fact) {
        Matter matter = fact.matter();
        return new Fact(
                fact.id(),
                new Matter(matter.type(), "", new FactValue.Text(MaskedContact.HIDDEN), matter.subject(), ""),
                fact.sensitivity(),
                fact.decisions(),
                fact.support().stream().map(MaskedFact::of).toList(),
                fact.standing(),
                fact.recordedAt(),
                fact.retractedAt());
    }

    private static Support of(Support support) {
        return new Support(
                support.message(),
                support.saidAt(),
                support.start(),
                support.end(),
                MaskedContact.HIDDEN,
                support.alignment(),
                support.extractor(),
                support.version(),
                support.polarity(),
                support.origin(),
                support.confidence(),
                support.readAt());
    }
}
