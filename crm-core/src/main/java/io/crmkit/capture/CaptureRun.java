package io.crmkit.capture;

import io.crmkit.UnitOfWork;
import io.crmkit.appointment.Patronage;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One batch of events within one unit of work: recall, decide, record, and decide anew who is who where needed. */
final class CaptureRun {
    private final UnitOfWork work;
    private final Set<ContactId> dealt = new LinkedHashSet<>();
    private final Ledger ledger;
    private final CaptureRules rules;
    private final Duration silence;
    private final Settling settling;
    private final ProviderClock time;

    CaptureRun(TenantId tenant, UnitOfWork work, CaptureRules rules) {
        this.work = work;
        this.ledger = work.ledger();
        this.rules = rules;
        this.silence = rules.tenants().settings(tenant).silence();
        this.settling = new Settling(work, rules, silence);
        this.time = new ProviderClock(rules.clock().instant());
    }

    /** The outcomes, in the order given. Inside, events go by their time, so that few come late. */
    List<Outcome> run(List<InboundEvent> events) {
        int[] order = IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> events.get(i).at()))
                .mapToInt(Integer::intValue)
                .toArray();
        Outcome[] outcomes = new Outcome[events.size()];
        List<InboundEvent> sorted = Arrays.stream(order).mapToObj(events::get).toList();
        Draft draft = recall(sorted, Set.of());
        Intake intake = new Intake(draft, time);
        for (int i = 0; i < order.length; i++) {
            InboundEvent event = sorted.get(i);
            Optional<Outcome> outcome = intake.take(event, null);
            if (outcome.isEmpty()) {
                record(draft);
                Intake.Decided decided = settle(event);
                draft = recall(sorted.subList(i, sorted.size()), decided.contacts());
                intake = new Intake(draft, time);
                outcome = intake.take(event, decided);
            }
            outcomes[order[i]] = outcome.orElseThrow();
        }
        record(draft);
        Patronage.keep(work.dealings(), dealt);
        return List.of(outcomes);
    }

    private Draft recall(List<InboundEvent> events, Set<ContactId> contacts) {
        Set<MatchKey> keys = new HashSet<>();
        Set<Set<MatchKey>> statements = new HashSet<>();
        Set<ProviderRef> refs = new HashSet<>();
        Set<ProviderRef> updated = new HashSet<>();
        Set<ChannelAccount> accounts = new HashSet<>();
        for (InboundEvent event : events) {
            event.about().ifPresent(party -> {
                keys.addAll(PartyKeys.candidates(party, rules.matching()));
                statements.addAll(PartyKeys.statements(party, rules.matching()));
            });
            event.subject().ifPresent(ref -> {
                refs.add(ref);
                if (event instanceof InboundEvent.UpdateEvent) {
                    updated.add(ref);
                }
                accounts.add(ref.account());
            });
        }
        Recollection known = keys.isEmpty() && refs.isEmpty()
                ? Recollection.nothing()
                : ledger.recall(new Recall(keys, statements, refs, updated, accounts, contacts));
        return new Draft(known, rules, silence, time.now());
    }

    private void record(Draft draft) {
        ledger.record(draft.changes());
        dealt.addAll(draft.dealt());
        for (Line line : draft.late()) {
            List<Knot> knots = ledger.knots(line.contact()).getOrDefault(line.account(), List.of());
            ledger.rethread(
                    line.contact(), line.account(), settling.threading().thread(line.contact(), line.account(), knots));
        }
    }

    /** Decides anew who is who around the event's statement, and so whose the event is. */
    private Intake.Decided settle(InboundEvent event) {
        Party party = event.about().orElseThrow();
        Set<MatchKey> candidates = PartyKeys.candidates(party, rules.matching());
        Cluster cluster = ledger.cluster(candidates);
        PartyKeys keys = PartyKeys.of(party, rules.matching(), cluster.holdings()::containsKey);
        return new Intake.Decided(
                settling.settle(cluster, keys, keys.statement(time.of(event.at()), event.lists()), event.needsContact())
                        .orElse(null));
    }
}
