package io.crmkit.desk;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.masking.Mask;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import io.crmkit.privacy.Trace;
import io.crmkit.profile.Profiles;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.Known;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import io.crmkit.segment.Segments;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one actor's screen asks for beside lists and profiles. Thread-safe.
 *
 * @since 0.1
 */
public final class Desk {
    private static final int MOST = 200;

    private final Actor actor;
    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Profiles profiles;
    private final Mask mask;

    public Desk(Actor actor, Access access, Tenants tenants, InstantSource clock, Profiles profiles) {
        this.actor = actor;
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
        this.profiles = profiles;
        this.mask = new Mask(access.reveals(actor));
    }

    /**
     * Contacts whose customer has the last word in an open conversation, who has waited longest first. Of those who have
     * waited about as long a thousand are looked at.
     *
     * @param limit 1 to 200
     */
    public List<Waiting> waiting(int limit) {
        return queue(queue -> queue.waiting(checked(limit)));
    }

    /**
     * Contacts for whom a person was called, by escalation or handoff, and it is not resolved; who has waited longest
     * first. The thousand with whom something happened last are looked at.
     *
     * @param limit 1 to 200
     */
    public List<Waiting> called(int limit) {
        return queue(queue -> queue.called(checked(limit)));
    }

    private List<Waiting> queue(Function<Queue, List<Waiting>> find) {
        return access.enter(actor, Action.VIEW_QUEUE).read((work, trace) -> {
            List<Waiting> found = find.apply(new Queue(work, now()));
            found.forEach(each -> trace.of(each.contact().id()));
            return found.stream().map(each -> each.seenBy(mask)).toList();
        });
    }

    /**
     * What happened with a contact around one entry of its timeline, newest first: up to ten entries after it, the entry,
     * and older ones. {@link Page#next()} goes on in {@code timeline}. Empty if the contact has no such entry.
     *
     * @param limit 1 to 200
     */
    public Page<Interaction> around(ContactId contact, InteractionId entry, int limit) {
        return mask.interactions(profiles.around(actor, contact, entry, checked(limit)));
    }

    /** The segments each contact is in now, the automatic ones first; those that are not contacts have none. */
    public Map<ContactId, List<SegmentKey>> segments(Collection<ContactId> contacts) {
        Entrance entrance = access.enter(actor, Action.VIEW_MEMBERSHIP, contacts.toArray(ContactId[]::new));
        return entrance.read((work, trace) -> segments(work, trace, contacts));
    }

    private Map<ContactId, List<SegmentKey>> segments(UnitOfWork work, Trace trace, Collection<ContactId> contacts) {
        List<SmartList> lists = work.smartLists().all();
        AsOf asOf = now().with(SmartList.criteria(lists));
        Map<SegmentKey, Criterion> all = new LinkedHashMap<>();
        TenantSettings settings = tenants.settings(actor.tenant());
        for (AutomaticSegment each : AutomaticSegment.values()) {
            all.put(each.key(), each.criterion(settings));
        }
        lists.forEach(list -> all.put(list.key(), list.criterion()));
        Map<ContactId, List<SegmentKey>> segments = new HashMap<>();
        Fulfilment fulfilment = new Fulfilment(asOf);
        work.selections().facts(contacts).forEach((id, facts) -> {
            trace.of(id);
            List<SegmentKey> in = new ArrayList<>();
            all.forEach((key, criterion) -> {
                if (fulfilment.of(criterion, facts)) {
                    in.add(key);
                }
            });
            segments.put(id, List.copyOf(in));
        });
        return segments;
    }

    /**
     * How many contacts fulfil a criterion, counted up to {@link Segments#COUNTED}.
     *
     * @throws IllegalArgumentException if the criteria are too many, or ask of attributes what they are not declared for
     */
    public SegmentSize size(Criterion criterion) {
        Entrance entrance = access.enter(actor, Action.COUNT_SEGMENT);
        if (ContactQuery.of(criterion).byValue()) {
            entrance.needing(Permission.REVEAL_PERSONAL_DATA);
        }
        return entrance.read((work, trace) -> {
            AsOf asOf = now().among(work.smartLists(), criterion);
            trace.filter(work, ContactQuery.of(criterion).canonical());
            return size(work, criterion, asOf);
        });
    }

    /**
     * How many contacts are in each of these segments, counted up to {@link Segments#COUNTED}.
     *
     * @throws IllegalArgumentException if there is no segment of one of the keys
     */
    public Map<SegmentKey, SegmentSize> sizes(Collection<SegmentKey> segments) {
        return access.enter(actor, Action.COUNT_SEGMENT).read((work, trace) -> {
            AsOf asOf = now().with(SmartList.criteria(work.smartLists().all()));
            Map<SegmentKey, SegmentSize> sizes = new LinkedHashMap<>();
            segments.forEach(key -> sizes.put(key, size(work, new Known.In(key), asOf)));
            trace.things(sizes.size());
            return sizes;
        });
    }

    private static SegmentSize size(UnitOfWork work, Criterion criterion, AsOf asOf) {
        asOf.check(criterion);
        int counted = work.selections().count(criterion, asOf, Segments.COUNTED + 1);
        return new SegmentSize(Math.min(counted, Segments.COUNTED), counted > Segments.COUNTED);
    }

    /** Contacts as lists show them, by their ids; those that are not contacts are left out. */
    public Map<ContactId, ContactSummary> summaries(Collection<ContactId> contacts) {
        return access.enter(actor, Action.LIST).read((work, trace) -> {
            AsOf asOf = now();
            Map<ContactId, ContactSummary> summaries = new HashMap<>();
            work.selections().facts(contacts).forEach((id, facts) -> {
                trace.of(id);
                summaries.put(id, mask.summary(facts.summary().activeSince(asOf.activeSince())));
            });
            return summaries;
        });
    }

    private AsOf now() {
        return new AsOf(clock.instant(), tenants.settings(actor.tenant()));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST);
        }
        return limit;
    }
}
