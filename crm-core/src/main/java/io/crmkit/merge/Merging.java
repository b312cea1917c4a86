package io.crmkit.merge;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Cluster;
import io.crmkit.capture.Overtaken;
import io.crmkit.capture.Settling;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Sighting;
import io.crmkit.duplicate.Duplicates;
import io.crmkit.merge.MergeOutcome.Reason;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Trace;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes two contacts one because somebody says so, and two again. A merge is one more statement about who is who, which
 * stands until it is withdrawn; whose each message is follows from the statements, also for messages that come later.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Merging {
    private final Access access;
    private final CaptureRules rules;

    public Merging(Access access, CaptureRules rules) {
        this.access = access;
        this.rules = rules;
    }

    /** Who may be merged with whom, as one actor sees it. */
    public Duplicates duplicates(Actor actor) {
        return new Duplicates(access, rules.clock(), actor);
    }

    /** What a merge would give; of a contact of another tenant nothing is known. */
    public MergePreview preview(Actor actor, ContactId survivor, ContactId absorbed) {
        Entrance entrance = access.enter(actor, Action.PREVIEW_MERGE, survivor, absorbed);
        TenantSettings settings = rules.tenants().settings(actor.tenant());
        Instant since = settings.daysAgo(rules.clock().instant(), settings.inactiveAfter());
        return entrance.read((work, trace) -> {
            Optional<ContactSummary> one = work.contacts().find(survivor).map(c -> c.activeSince(since));
            Optional<ContactSummary> other = work.contacts().find(absorbed).map(c -> c.activeSince(since));
            trace.of(one.map(ContactSummary::id), survivor).of(other.map(ContactSummary::id), absorbed);
            if (one.isEmpty() || other.isEmpty()) {
                return new MergePreview.Refused(Reason.UNKNOWN_CONTACT);
            }
            return preview(one.get(), other.get(), since);
        });
    }

    private MergePreview preview(ContactSummary survivor, ContactSummary absorbed, Instant since) {
        if (survivor.id().equals(absorbed.id())) {
            return new MergePreview.Refused(Reason.SAME_CONTACT);
        }
        return new MergePreview.Possible(
                survivor,
                absorbed,
                Combined.of(survivor, absorbed).activeSince(since),
                Combined.contradictions(survivor.contact(), absorbed.contact(), rules.matching()));
    }

    /**
     * Merges; nothing of either is lost.
     *
     * @param survivor who goes on
     * @param absorbed whose id leads to the survivor from then on
     */
    public MergeOutcome merge(Actor actor, ContactId survivor, ContactId absorbed) {
        Entrance entrance = access.enter(actor, Action.MERGE, survivor, absorbed);
        return Overtaken.begunAgain(
                actor.tenant(),
                () -> entrance.change((work, trace) -> {
                    MergeOutcome outcome = merge(work, actor.tenant(), actor.name(), survivor, absorbed);
                    trace.of(survivor).of(absorbed);
                    if (outcome instanceof MergeOutcome.Refused refused && refused.reason() == Reason.UNKNOWN_CONTACT) {
                        trace.missed();
                    }
                    return outcome;
                }));
    }

    /**
     * The same within a unit of work, for somebody who was let in before.
     *
     * @param by the name of that actor
     * @throws Overtaken if the unit of work is to be begun again
     */
    public MergeOutcome merge(UnitOfWork work, TenantId tenant, String by, ContactId survivor, ContactId absorbed) {
        Set<MatchKey> keys = new HashSet<>(work.merges().keysOf(survivor(work, survivor)));
        keys.addAll(work.merges().keysOf(survivor(work, absorbed)));
        Cluster cluster = work.ledger().cluster(keys);
        // Read after the cluster, which nobody else changes from then on.
        Optional<ContactSummary> one = work.contacts().find(survivor);
        Optional<ContactSummary> other = work.contacts().find(absorbed);
        if (one.isEmpty() || other.isEmpty()) {
            return new MergeOutcome.Refused(Reason.UNKNOWN_CONTACT);
        }
        if (one.get().id().equals(other.get().id())) {
            return new MergeOutcome.Refused(Reason.SAME_CONTACT);
        }
        return merge(work, tenant, by, cluster, one.get().contact(), other.get().contact());
    }

    private static ContactId survivor(UnitOfWork work, ContactId id) {
        return work.contacts().find(id).map(ContactSummary::id).orElse(id);
    }

    private MergeOutcome merge(
            UnitOfWork work, TenantId tenant, String by, Cluster cluster, Contact survivor, Contact absorbed) {
        Instant at = after(cluster.merges());
        Optional<Sighting> one = cluster.sighting(survivor.id(), at);
        Optional<Sighting> other = cluster.sighting(absorbed.id(), at);
        if (one.isEmpty() || other.isEmpty()) {
            return new MergeOutcome.Refused(Reason.NO_IDENTIFIER);
        }
        Merge merge = new Merge(
                new MergeId(rules.ids().next()),
                new Merge.Side(survivor.id(), one.get()),
                new Merge.Side(absorbed.id(), other.get()),
                by,
                at);
        work.merges().add(merge, new Merge.Before(toldOf(work, survivor), toldOf(work, absorbed), byHand(survivor)));
        settling(tenant, work).merge(cluster, merge);
        return new MergeOutcome.Merged(merge.id(), survivor.id());
    }

    /** What messages call it is read off them again: by then it may turn out that they are the other's. */
    private static Naming toldOf(UnitOfWork work, Contact contact) {
        return contact.naming().butFor(work.ledger().namesGivenBy(contact.id()));
    }

    /** Now, but after every merge that stands, so that they are in order whatever the clock does. */
    private Instant after(List<Merge> merges) {
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return merges.stream()
                .map(merge -> merge.at().plus(1, ChronoUnit.MICROS))
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Withdraws a merge. Of several of one contact the last goes first. */
    public UndoOutcome undo(Actor actor, MergeId id) {
        Entrance entrance = access.enter(actor, Action.UNDO_MERGE);
        return Overtaken.begunAgain(
                actor.tenant(), () -> entrance.change((work, trace) -> undo(actor, work, trace, id)));
    }

    private UndoOutcome undo(Actor actor, UnitOfWork work, Trace trace, MergeId id) {
        Optional<Merge> found = work.merges().find(id);
        if (found.isEmpty()) {
            trace.missed();
            return new UndoOutcome.Unknown();
        }
        Merge merge = found.get();
        trace.of(merge.survivor().contact()).of(merge.absorbed().contact());
        Cluster cluster = work.ledger().cluster(merge.keys());
        if (work.merges().find(id).isEmpty()) {
            trace.missed();
            return new UndoOutcome.Unknown();
        }
        ContactId survivor = survivor(work, merge.survivor().contact());
        Merge last = work.merges().of(survivor).get(0);
        return last.id().equals(id)
                ? undo(actor, work, cluster, merge, survivor)
                : new UndoOutcome.UndoFirst(last.id());
    }

    private UndoOutcome undo(Actor actor, UnitOfWork work, Cluster cluster, Merge merge, ContactId survivor) {
        ContactId absorbed = merge.absorbed().contact();
        ContactStatus now = byHand(work.contacts().find(survivor).orElseThrow().contact());
        Merge.Before before = work.merges().before(merge.id());
        boolean parted = settling(actor.tenant(), work).undo(cluster, merge, before);
        work.merges().withdraw(merge.id(), actor.name(), rules.clock().instant());
        if (!parted) {
            return new UndoOutcome.StillOne(survivor);
        }
        ContactStatus others =
                byHand(work.contacts().find(absorbed).orElseThrow().contact());
        if (Combined.status(before.status(), others) == now) {
            work.additions().status(Set.of(survivor), before.status());
        }
        return new UndoOutcome.Undone(survivor, absorbed);
    }

    private static @Nullable ContactStatus byHand(Contact contact) {
        return contact.statusByHand() ? contact.status() : null;
    }

    /** The merges that stand of a contact, the last first. */
    public List<Merge> merges(Actor actor, ContactId id) {
        return access.enter(actor, Action.VIEW_MERGES, id).read((work, trace) -> {
            Optional<ContactId> found = work.contacts().find(id).map(ContactSummary::id);
            trace.of(found, id);
            return found.map(contact -> work.merges().of(contact)).orElse(List.of());
        });
    }

    private Settling settling(TenantId tenant, UnitOfWork work) {
        return new Settling(work, rules, rules.tenants().settings(tenant).silence());
    }
}
