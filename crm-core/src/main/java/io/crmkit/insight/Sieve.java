package io.crmkit.insight;

import io.crmkit.ai.Alignment;
import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.Evidence;
import io.crmkit.ai.ExtractionBudget;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactOrigin;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Rejected.Reason;
import io.crmkit.ai.Sensitivity;
import io.crmkit.ai.Subject;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through what an extractor gave as far as it stands in the window; believes nothing else it says. */
final class Sieve {
    private static final double FUZZY = 0.8;

    private final Window window;
    private final ExtractorDescriptor extractor;
    private final Set<FactType> wanted;
    private final Plausible plausible;
    private final Rejections rejections;
    private final Instant now;
    private final Map<String, Message> cited = new HashMap<>();
    private final Map<String, Grounding> groundings = new HashMap<>();
    private final Map<String, Integer> given = new HashMap<>();

    Sieve(
            Window window,
            ExtractorDescriptor extractor,
            Set<FactType> wanted,
            BusinessContext business,
            Rejections rejections,
            Instant now) {
        this.window = window;
        this.extractor = extractor;
        this.wanted = wanted;
        this.plausible = new Plausible(business, ExtractionBudget.DEFAULT.valueLength());
        this.rejections = rejections;
        this.now = now;
        window.news().values().forEach(message -> cited.put(message.id().toString(), message));
    }

    /** Insights about new messages, by message; the first of several. */
    Map<InteractionId, MessageInsight> insights(ExtractionResult result) {
        Map<InteractionId, MessageInsight> insights = new HashMap<>();
        for (MessageInsight insight : result.insights()) {
            Message message = cited.get(insight.messageId());
            if (message != null) {
                insights.putIfAbsent(message.id(), insight);
            }
        }
        return insights;
    }

    List<Proposal> proposals(ExtractionResult result) {
        Set<InteractionId> injected = new HashSet<>();
        insights(result).forEach((id, insight) -> {
            if (insight.injectionSuspected()) {
                injected.add(id);
            }
        });
        List<Proposal> proposals = new ArrayList<>();
        for (FactCandidate candidate : result.facts()) {
            if (!asked(candidate)) {
                rejections.add(Reason.UNWANTED);
                continue;
            }
            for (Evidence evidence : candidate.evidence()) {
                proposal(candidate, evidence, injected).ifPresent(proposals::add);
            }
        }
        result.rejected().forEach(rejected -> rejections.add(rejected.reason()));
        return proposals;
    }

    private boolean asked(FactCandidate candidate) {
        return wanted.contains(candidate.type())
                && candidate.subject() != Subject.BUSINESS
                && candidate.polarity() != Polarity.HYPOTHETICAL
                && candidate.confidence() >= Reconciliation.SUGGEST
                && (candidate.sensitivity() != Sensitivity.HEALTH || wanted.contains(FactType.HEALTH))
                && (candidate.sensitivity() != Sensitivity.IDENTITY || wanted.contains(FactType.ID_NUMBER));
    }

    private Optional<Proposal> proposal(FactCandidate candidate, Evidence evidence, Set<InteractionId> injected) {
        Message message = cited.get(evidence.messageId());
        String text = message == null ? null : Window.text(message);
        if (message == null || text == null) {
            return refused(Reason.NOT_EVIDENCE);
        } else if (injected.contains(message.id())) {
            return refused(Reason.INJECTED);
        } else if (!plausible.fits(candidate, message.occurredAt())) {
            return refused(Reason.INVALID_VALUE);
        }
        Optional<Grounding.Place> found = groundings
                .computeIfAbsent(evidence.messageId(), id -> new Grounding(text))
                .find(evidence.quote(), evidence.start());
        if (found.isEmpty()
                || !grounded(
                        candidate,
                        message,
                        text.substring(found.get().start(), found.get().end()))) {
            return refused(Reason.UNGROUNDED);
        }
        if (given.merge(evidence.messageId(), 1, Integer::sum) > ExtractionBudget.DEFAULT.factsPerMessage()) {
            return refused(Reason.UNWANTED);
        }
        return Optional.of(accepted(candidate, message, text, found.get()));
    }

    private boolean grounded(FactCandidate candidate, Message message, String quote) {
        return Plausible.from(candidate.value(), quote)
                || candidate.origin() == FactOrigin.CONFIRMED
                        && Plausible.from(candidate.value(), window.askedBefore(message.id()));
    }

    private Optional<Proposal> refused(Reason reason) {
        rejections.add(reason);
        return Optional.empty();
    }

    private Proposal accepted(FactCandidate c, Message message, String text, Grounding.Place place) {
        Support support = new Support(
                message.id(),
                message.occurredAt(),
                place.start(),
                place.end(),
                text.substring(place.start(), place.end()),
                place.alignment(),
                extractor.id(),
                extractor.version(),
                c.polarity(),
                c.origin(),
                place.alignment() == Alignment.FUZZY ? c.confidence() * FUZZY : c.confidence(),
                now);
        return new Proposal(
                new Matter(c.type(), c.key(), c.value(), c.subject(), c.relation()),
                c.sensitivity(),
                support,
                replaced(c));
    }

    private @Nullable FactId replaced(FactCandidate c) {
        Fact known = c.replacesKnownRef().isPresent()
                ? window.known().get(c.replacesKnownRef().getAsInt())
                : null;
        boolean same = known != null
                && known.matter().type() == c.type()
                && known.matter().subject() == c.subject();
        return same && known != null ? known.id() : null;
    }
}
