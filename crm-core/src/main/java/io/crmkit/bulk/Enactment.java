package io.crmkit.bulk;

import io.crmkit.UnitOfWork;
import io.crmkit.bulk.BulkOutcome.Reason;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Tag;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.Merging;
import io.crmkit.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries an action out on a batch of contacts, within one unit of work: the one place that knows how each is done. */
record Enactment(UnitOfWork work, TenantId tenant, String actor, Merging merging) {
    /** A result for each, in the order given. */
    List<BulkResult> of(BulkAction action, List<ContactId> contacts) {
        if (action instanceof BulkAction.PutTags put) {
            return together(contacts, held -> work.additions().tag(each(held, put.tags())));
        } else if (action instanceof BulkAction.TakeTags take) {
            return together(contacts, held -> work.additions().untag(each(held, take.tags())));
        } else if (action instanceof BulkAction.SetStatus set) {
            return together(contacts, held -> work.additions().status(held, set.status()));
        }
        ContactId survivor = ((BulkAction.MergeInto) action).survivor();
        return contacts.stream()
                .map(contact -> new BulkResult(contact, merged(survivor, contact)))
                .toList();
    }

    private static Map<ContactId, Set<Tag>> each(Set<ContactId> contacts, Set<Tag> tags) {
        return contacts.stream().collect(Collectors.toMap(contact -> contact, contact -> tags));
    }

    /** @param change tells which it changed; where several ids lead to one contact, the first of them did */
    private List<BulkResult> together(Collection<ContactId> contacts, Function<Set<ContactId>, Set<ContactId>> change) {
        Map<ContactId, ContactId> held = new HashMap<>(work.additions().hold(Set.copyOf(contacts)));
        held.values().removeAll(work.restrictions().among(Set.copyOf(held.values())));
        Set<ContactId> changed = new HashSet<>(change.apply(Set.copyOf(held.values())));
        List<BulkResult> results = new ArrayList<>();
        for (ContactId contact : contacts) {
            ContactId survivor = held.get(contact);
            results.add(new BulkResult(
                    contact,
                    survivor == null
                            ? new BulkOutcome.Refused(Reason.UNKNOWN_CONTACT)
                            : changed.remove(survivor) ? BulkOutcome.DONE : BulkOutcome.UNCHANGED));
        }
        return results;
    }

    private BulkOutcome merged(ContactId survivor, ContactId contact) {
        if (work.contacts().find(survivor).isEmpty()) {
            return new BulkOutcome.Refused(Reason.UNKNOWN_SURVIVOR);
        }
        MergeOutcome outcome = merging.merge(work, tenant, actor, survivor, contact);
        if (!(outcome instanceof MergeOutcome.Refused refused)) {
            return BulkOutcome.DONE;
        }
        return switch (refused.reason()) {
            case SAME_CONTACT -> BulkOutcome.UNCHANGED;
            case UNKNOWN_CONTACT -> new BulkOutcome.Refused(Reason.UNKNOWN_CONTACT);
            case NO_IDENTIFIER -> new BulkOutcome.Refused(Reason.NO_IDENTIFIER);
        };
    }
}
