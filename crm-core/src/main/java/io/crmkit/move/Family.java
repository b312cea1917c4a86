package io.crmkit.move;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.Changes;
import io.crmkit.capture.Rearrangement;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Note;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a contact and those it absorbed as they were, within one unit of work: each with what it had by itself, then made
 * one in the order in which it was said, so that what a merge took is known to have been taken.
 */
final class Family {
    /** A key that no identifier has. */
    static final MatchKey NOBODY = new MatchKey(Scheme.PHONE, "", "");

    /** Says nothing: a rearrangement has a statement. */
    private static final IdentityStatement NOTHING =
            new IdentityStatement(Set.of(NOBODY), Set.of(), Instant.EPOCH, false);

    private final UnitOfWork work;
    private final TenantSettings settings;

    Family(UnitOfWork work, TenantSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    /** Contacts with what they have but names, conversations and facts. */
    void settle(List<Portrait> contacts) {
        Changes changes = new Changes();
        contacts.forEach(contact -> changes.create(new Changes.NewContact(contact.id(), held(contact), Instant.EPOCH)));
        work.ledger().record(changes);
        Map<ContactId, Set<Tag>> tags = new HashMap<>();
        for (Portrait contact : contacts) {
            if (contact.absorbed().isEmpty()) {
                tags.put(contact.id(), contact.tags());
                add(contact.id(), Set.of(), contact.attributes(), byHand(contact));
                contact.notes().forEach(note -> work.additions().note(contact.id(), note));
            } else {
                reunite(contact);
            }
        }
        tags.values().removeIf(Set::isEmpty);
        if (!tags.isEmpty()) {
            work.additions().tag(tags);
        }
    }

    private static @Nullable ContactStatus byHand(Portrait contact) {
        return contact.contact().statusByHand() ? contact.contact().status() : null;
    }

    private static Map<MatchKey, Identifier> held(Portrait contact) {
        Map<MatchKey, Identifier> now = new HashMap<>();
        for (Origins.Held held : contact.held()) {
            Holding<ContactId> last = held.holdings().get(held.holdings().size() - 1);
            if (contact.id().equals(last.holder())) {
                now.put(held.key(), held.identifier());
            }
        }
        return now;
    }

    private void reunite(Portrait contact) {
        List<MergeRecord> merges = new ArrayList<>(contact.merges());
        Collections.reverse(merges);
        Map<ContactId, MergeRecord> byAbsorbed = new HashMap<>();
        merges.forEach(merge -> byAbsorbed.put(merge.merge().absorbed().contact(), merge));
        work.ledger()
                .rearrange(rearrangement(
                        contact.absorbed().stream().map(Absorbed::id).toList(), Map.of(), null));
        Changes changes = new Changes();
        contact.absorbed().forEach(each -> changes.name(each.id(), each.naming(), true));
        work.ledger().record(changes);
        contact.absorbed().stream()
                .filter(each -> !byAbsorbed.containsKey(each.id()))
                .forEach(each -> join(each.id(), each.into(), null));
        add(contact.id(), contact.tags(), contact.attributes(), byHand(contact));
        Map<ContactId, Absorbed> there = new HashMap<>();
        contact.absorbed().forEach(each -> there.put(each.id(), each));
        there.values().forEach(each -> add(each.id(), each.tags(), each.attributes(), each.status()));
        contact.notes().forEach(note -> work.additions().note(writtenOf(note, contact.id(), merges, there), note));
        Absorbed self = new Absorbed(
                contact.id(),
                contact.id(),
                contact.contact().naming(),
                byHand(contact),
                contact.tags(),
                contact.attributes());
        for (MergeRecord merge : merges) {
            ContactId survivor = merge.merge().survivor().contact();
            Absorbed absorbed = there.get(merge.merge().absorbed().contact());
            if (absorbed != null) {
                before(survivor, absorbed, merge.taken());
            }
            work.merges().add(merge.merge(), merge.before());
            if (absorbed != null) {
                join(absorbed.id(), absorbed.into(), merge.merge());
            }
            Absorbed known = there.getOrDefault(survivor, self);
            if (absorbed != null) {
                after(known, absorbed);
            }
        }
        work.additions().status(Set.of(contact.id()), byHand(contact));
    }

    /** As it was when they were made one: it had of the other's all but what it got. */
    private void before(ContactId survivor, Absorbed absorbed, MergeRecord.Taken taken) {
        work.additions().untag(Map.of(survivor, taken.tags()));
        Set<Tag> common = new HashSet<>(absorbed.tags());
        common.removeAll(taken.tags());
        work.additions().tag(Map.of(survivor, common));
        Map<String, AttributeValue> now = work.additions().attributes(survivor);
        absorbed.attributes().forEach((name, value) -> {
            if (taken.attributes().contains(name)) {
                work.additions().set(survivor, type(name, value), null);
            } else if (!now.containsKey(name)) {
                work.additions().set(survivor, type(name, value), value);
            }
        });
    }

    /** As it became, whatever was changed since. */
    private void after(Absorbed survivor, Absorbed absorbed) {
        Set<Tag> extra = new HashSet<>(absorbed.tags());
        extra.removeAll(survivor.tags());
        work.additions().untag(Map.of(survivor.id(), extra));
        Map<String, AttributeValue> now = work.additions().attributes(survivor.id());
        now.forEach((name, value) -> {
            if (!survivor.attributes().containsKey(name)) {
                work.additions().set(survivor.id(), type(name, value), null);
            }
        });
        survivor.attributes().forEach((name, value) -> {
            if (!value.equals(now.get(name))) {
                work.additions().set(survivor.id(), type(name, value), value);
            }
        });
        work.additions().status(Set.of(survivor.id()), survivor.status());
    }

    private void join(ContactId from, ContactId into, @Nullable Merge merge) {
        work.ledger().rearrange(rearrangement(List.of(), Map.of(from, into), merge));
    }

    /** Whose a note was before the first merge that took it. */
    private static ContactId writtenOf(
            Note note, ContactId survivor, List<MergeRecord> merges, Map<ContactId, Absorbed> there) {
        return merges.stream()
                .filter(merge -> merge.taken().notes().contains(note.id()))
                .map(merge -> merge.merge().absorbed().contact())
                .filter(there::containsKey)
                .findFirst()
                .orElse(survivor);
    }

    private void add(
            ContactId id, Set<Tag> tags, Map<String, AttributeValue> attributes, @Nullable ContactStatus status) {
        if (!tags.isEmpty()) {
            work.additions().tag(Map.of(id, tags));
        }
        attributes.forEach((name, value) -> work.additions().set(id, type(name, value), value));
        if (status != null) {
            work.additions().status(Set.of(id), status);
        }
    }

    /** As declared, or where it is not, such that nothing is lost. */
    private AttributeType type(String name, AttributeValue value) {
        return settings.attribute(name)
                .filter(type -> type.kind() == value.kind())
                .orElseGet(() -> new AttributeType(name, value.kind(), AttributeType.Search.NOT));
    }

    /** Who held identifiers when. */
    static void hold(UnitOfWork work, List<Origins.Held> held) {
        if (held.isEmpty()) {
            return;
        }
        Map<MatchKey, Identifier> identifiers = new HashMap<>();
        Map<MatchKey, List<Holding<ContactId>>> holdings = new HashMap<>();
        for (Origins.Held each : held) {
            identifiers.put(each.key(), each.identifier());
            holdings.put(each.key(), each.holdings());
        }
        Changes changes = new Changes();
        changes.state(NOTHING, identifiers);
        work.ledger().record(changes);
        work.ledger()
                .rearrange(new Rearrangement(
                        NOTHING,
                        Map.of(),
                        holdings,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of()));
    }

    static void contradict(UnitOfWork work, List<Archive.Contradiction> pairs) {
        work.ledger()
                .rearrange(new Rearrangement(
                        NOTHING,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        pairs.stream()
                                .map(pair -> new Rearrangement.Conflict(NOTHING, pair.one(), pair.other()))
                                .toList()));
    }

    private static Rearrangement rearrangement(
            List<ContactId> created, Map<ContactId, ContactId> absorbed, @Nullable Merge merge) {
        return new Rearrangement(
                NOTHING,
                Map.of(),
                Map.of(),
                created,
                Optional.ofNullable(merge),
                List.of(),
                absorbed,
                List.of(),
                List.of());
    }
}
