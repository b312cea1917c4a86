package io.crmkit.ai.rules;

import io.crmkit.ai.Author;
import io.crmkit.ai.Completeness;
import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.FactType;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Rejected;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Usage;
import io.crmkit.ai.WindowMessage;
import io.crmkit.ai.WindowRole;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One window, read from the first message to the last. */
final class WindowReader {
    /** Who was spoken of, and what was asked, is to be found in the last few messages. */
    private static final int CONTEXT = 4;

    private final ExtractionRequest request;
    private final Catalogue catalogue;
    private final Talk talk = new Talk();
    private final List<Told> told = new ArrayList<>();
    private final List<MessageInsight> insights = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private Language language;
    private boolean truncated;

    /** What a message told. */
    private record Told(WindowMessage message, Reading reading, List<Finding> findings) {}

    WindowReader(ExtractionRequest request, Catalogue catalogue) {
        this.request = request;
        this.catalogue = catalogue;
        this.language = Language.of(request.localeHint());
    }

    ExtractionResult read() {
        Reading asked = null;
        List<WindowMessage> window = request.window();
        int since = 0;
        while (window.get(since).role() != WindowRole.NEW) {
            since++;
        }
        for (WindowMessage message : window.subList(Math.max(0, since - CONTEXT), window.size())) {
            Reading reading = reading(message, asked);
            language = reading.language();
            if (message.author() != Author.CUSTOMER) {
                asked = message.author() == Author.SYSTEM ? asked : reading;
                continue;
            }
            if (message.role() == WindowRole.NEW) {
                heard(message, reading);
            }
            talk.heard(reading);
            asked = null;
        }
        return new ExtractionResult(
                candidates(),
                insights,
                truncated ? Completeness.TRUNCATED : Completeness.COMPLETE,
                Usage.NONE,
                rejected);
    }

    private Reading reading(WindowMessage message, @Nullable Reading asked) {
        LocalDateTime sentAt = LocalDateTime.ofInstant(message.sentAt(), request.zone());
        return Reading.of(message.text(), sentAt, language, catalogue, asked, talk);
    }

    private void heard(WindowMessage message, Reading reading) {
        List<Finding> findings = Readers.read(reading);
        if (reading.hits().any(Meaning.INJECTION)) {
            findings.forEach(
                    finding -> rejected.add(new Rejected(finding.type(), message.id(), Rejected.Reason.INJECTED)));
            insights.add(new MessageInsight(message.id(), Sentiment.NEUTRAL, Set.of(), List.of(), false, true, 0.9));
            return;
        }
        Sentiment mood = Feelings.of(reading, findings);
        boolean frustrated = findings.stream().anyMatch(finding -> finding.type() == FactType.FRUSTRATION);
        insights.add(new MessageInsight(
                message.id(),
                mood,
                Intents.of(reading, findings, mood),
                Questions.in(reading, request.limits().valueLength()),
                frustrated,
                false,
                0.8));
        takeBack(reading, findings);
        told.add(new Told(message, reading, new ArrayList<>(findings)));
    }

    /** "Perdón, es …" takes back what an earlier message of this window said. */
    private void takeBack(Reading reading, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.asserted() && Corrections.opens(reading, finding)) {
                told.forEach(earlier -> earlier.findings()
                        .replaceAll(old -> old.type() == finding.type()
                                        && old.subject() == finding.subject()
                                        && !old.value().equals(finding.value())
                                ? old.as(Polarity.REJECTED)
                                : old));
            }
        }
    }

    private List<FactCandidate> candidates() {
        List<FactCandidate> candidates = new ArrayList<>();
        for (Told message : told) {
            int left = request.limits().factsPerMessage();
            for (Finding finding : message.findings()) {
                if (!request.wanted().contains(finding.type())
                        || finding.value().text().length() > request.limits().valueLength()) {
                    continue;
                }
                if (left-- > 0) {
                    candidates.add(Candidates.of(message.message(), message.reading(), finding, request.known()));
                } else {
                    truncated = true;
                    rejected.add(new Rejected(finding.type(), message.message().id(), Rejected.Reason.UNWANTED));
                }
            }
        }
        return candidates;
    }
}
