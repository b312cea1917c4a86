package io.crmkit.capture;

import io.crmkit.UnitOfWork;
import io.crmkit.appointment.Patronage;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.insight.FactsFollow;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Threading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides anew who is who and carries it out: whose identifiers and interactions are, how they thread and what everybody
 * is called. Used within one unit of work; not thread-safe.
 *
 * @since 0.1
 */
public final class Settling {
    private final UnitOfWork work;
    private final Ledger ledger;
    private final CaptureRules rules;
    private final Duration silence;

    /** @param silence after which a new conversation begins */
    public Settling(UnitOfWork work, CaptureRules rules, Duration silence) {
        this.work = work;
        this.ledger = work.ledger();
        this.rules = rules;
        this.silence = silence;
    }

    /** Around a statement: whose what it came with is; empty if nobody demanded it and nobody has it. */
    Optional<ContactId> settle(Cluster cluster, PartyKeys keys, IdentityStatement statement, boolean demanded) {
        Identification identification = new Identification(cluster, keys, statement, demanded, this::newContact);
        Rearrangement rearrangement = rearranged(identification);
        if (!rearrangement.moves().isEmpty() || !rearrangement.absorbed().isEmpty()) {
            follow(rearrangement, new Renaming(ledger, rearrangement, cluster).changes());
        }
        return identification.holder();
    }

    /** Once somebody said that two contacts are one. */
    public void merge(Cluster cluster, Merge merge) {
        List<Merge> merges = new ArrayList<>(cluster.merges());
        merges.add(merge);
        Rearrangement rearrangement =
                rearranged(Identification.after(cluster.with(merges), merge, true, this::newContact));
        follow(rearrangement, new Renaming(ledger, rearrangement, cluster).changes());
    }

    /** What was read out of messages goes with them, and is looked at again. */
    private void follow(Rearrangement rearrangement, Changes changes) {
        Set<ContactId> touched = touched(rearrangement);
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        touched.stream()
                .filter(contact -> !rearrangement.absorbed().containsKey(contact))
                .forEach(contact -> changes.due(contact, rules.triggers(), now));
        ledger.record(changes);
        new FactsFollow(work, rules.ids(), now, rearrangement.absorbed()).among(touched);
        Patronage.keep(work.dealings(), touched);
    }

    /**
     * Once that was withdrawn.
     *
     * @return whether they are two again; if not, a provider calls them one by now
     */
    public boolean undo(Cluster cluster, Merge merge, Merge.Before before) {
        List<Merge> merges = cluster.merges().stream()
                .filter(other -> !other.id().equals(merge.id()))
                .toList();
        Rearrangement rearrangement =
                rearranged(Identification.after(cluster.with(merges), merge, false, this::newContact));
        boolean parted = !rearrangement.restored().isEmpty();
        if (parted) {
            follow(rearrangement, renamed(cluster, merge, before));
        }
        return parted;
    }

    /** Each goes by what its own messages call it or it was called otherwise before; what else was told is the survivor's. */
    private Changes renamed(Cluster cluster, Merge merge, Merge.Before before) {
        ContactId absorbed = merge.absorbed().contact();
        Naming other = before.absorbed().and(ledger.namesGivenBy(absorbed));
        Changes changes = new Changes();
        changes.name(absorbed, other, true);
        ContactId survivor = cluster.contact(merge.survivor().seen());
        if (survivor != null) {
            Naming own = before.survivor().and(ledger.namesGivenBy(survivor));
            Naming together = cluster.contacts().getOrDefault(survivor, Naming.NONE);
            changes.name(survivor, own.and(together.butFor(other)), true);
        }
        return changes;
    }

    private Rearrangement rearranged(Identification identification) {
        Rearrangement rearrangement = identification.rearrangement();
        ledger.rearrange(rearrangement);
        rethread(touched(rearrangement));
        return rearrangement;
    }

    private static Set<ContactId> touched(Rearrangement rearrangement) {
        Set<ContactId> touched = new LinkedHashSet<>();
        rearrangement.moves().forEach(move -> touched.addAll(List.of(move.from(), move.to())));
        touched.addAll(rearrangement.absorbed().keySet());
        touched.addAll(rearrangement.absorbed().values());
        return touched;
    }

    private void rethread(Set<ContactId> touched) {
        Threading threading = threading();
        for (ContactId contact : touched) {
            ledger.knots(contact)
                    .forEach((account, knots) ->
                            ledger.rethread(contact, account, threading.thread(contact, account, knots)));
        }
    }

    Threading threading() {
        return new Threading(silence, () -> new ConversationId(rules.ids().next()));
    }

    private ContactId newContact() {
        return new ContactId(rules.ids().next());
    }
}
