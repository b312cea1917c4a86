package io.crmkit.insight;

import io.crmkit.Ids;
import io.crmkit.UnitOfWork;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Polarity;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what was read of a window into the facts of its contact, as far as the messages are still the same. */
final class Uptake {
    private final UnitOfWork work;
    private final Ids ids;
    private final Instant now;

    Uptake(UnitOfWork work, Ids ids, Instant now) {
        this.work = work;
        this.ids = ids;
        this.now = now;
    }

    Taken take(
            Window window,
            ExtractorDescriptor extractor,
            String reader,
            List<Proposal> proposals,
            Map<InteractionId, MessageInsight> insights) {
        ContactId contact = window.contact();
        work.facts().hold(contact);
        Map<InteractionId, Message> same = unchanged(window);
        List<Fact> before = work.facts().of(contact);
        List<Fact> after = taken(before, same, extractor, proposals, ids, now);
        work.facts().replace(contact, before, after);
        work.readings()
                .keep(
                        contact,
                        same.keySet().stream()
                                .map(id -> new Reading(id, extractor.id(), reader, now, insights.get(id)))
                                .toList());
        return new Taken(before, after, proposals.size());
    }

    /** What is known once an extractor read these messages, of what was known before. */
    static List<Fact> taken(
            List<Fact> before,
            Map<InteractionId, Message> same,
            ExtractorDescriptor extractor,
            List<Proposal> proposals,
            Ids ids,
            Instant now) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Fact fact : before) {
            facts.put(
                    fact.matter().canonical(),
                    fact.with(fact.support().stream()
                            .filter(support -> stands(support, same.get(support.message()), extractor))
                            .toList()));
        }
        for (Proposal proposal : proposals) {
            if (same.containsKey(proposal.support().message())) {
                add(facts, proposal.matter(), proposal, ids, now);
                retract(facts, proposal);
            }
        }
        return Reconciliation.of(facts.values(), now);
    }

    /** What facts there were and are. */
    record Taken(List<Fact> before, List<Fact> after, int given) {}

    private Map<InteractionId, Message> unchanged(Window window) {
        Map<InteractionId, Message> same = new HashMap<>();
        for (Interaction now : work.timelines().held(window.ids())) {
            Message read = window.news().get(now.id());
            if (read != null
                    && now instanceof Message message
                    && now.occurrence().contact().equals(window.contact())
                    && Objects.equals(Window.text(message), Window.text(read))) {
                same.put(now.id(), message);
            }
        }
        return same;
    }

    /** What the same extractor said before is said again or gone; what others said holds while its words stand. */
    private static boolean stands(Support support, @Nullable Message message, ExtractorDescriptor extractor) {
        if (message == null) {
            return true;
        }
        String text = Window.text(message);
        return !support.extractor().equals(extractor.id())
                && text != null
                && text.startsWith(support.quote(), support.start());
    }

    private static void add(Map<String, Fact> facts, Matter matter, Proposal proposal, Ids ids, Instant now) {
        Fact known = facts.get(matter.canonical());
        Fact fact = known != null
                ? known
                : new Fact(
                        new FactId(ids.next()),
                        matter,
                        proposal.sensitivity(),
                        List.of(),
                        List.of(),
                        new Standing(Standing.State.SUGGESTED, 0, null, null),
                        now,
                        null);
        if (fact.support().stream().noneMatch(proposal.support()::samePlace)) {
            facts.put(matter.canonical(), fact.with(and(fact.support(), proposal.support())));
        }
    }

    private static List<Support> and(Collection<Support> support, Support more) {
        List<Support> all = new ArrayList<>(support);
        all.add(more);
        return all;
    }

    /** What the customer corrects they no longer say; what a person decided is not the customer's to take back. */
    private static void retract(Map<String, Fact> facts, Proposal proposal) {
        for (Map.Entry<String, Fact> entry : facts.entrySet()) {
            Fact fact = entry.getValue();
            if (fact.id().equals(proposal.replaces())
                    && fact.decision() == null
                    && !fact.matter().canonical().equals(proposal.matter().canonical())) {
                Support s = proposal.support();
                Support contrary = new Support(
                        s.message(),
                        s.saidAt(),
                        s.start(),
                        s.end(),
                        s.quote(),
                        s.alignment(),
                        s.extractor(),
                        s.version(),
                        Polarity.REJECTED,
                        s.origin(),
                        s.confidence(),
                        s.readAt());
                entry.setValue(fact.with(and(fact.support(), contrary)));
            }
        }
    }
}
