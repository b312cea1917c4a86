package io.crmkit.segment;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Timelines;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import io.crmkit.privacy.Trace;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a tenant: the automatic ones and its smart lists. Who is in them is asked whenever it is asked, so it is
 * never out of date. Thread-safe.
 *
 * @since 0.1
 */
public final class Segments {
    /** So many contacts of a segment are counted. */
    public static final int COUNTED = 10_000;

    /** So many smart lists a tenant can have. */
    public static final int MOST = 500;

    private static final int BATCH = 500;
    private static final int LOOKED_AT = 1_000;

    private final Actor actor;
    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;
    private final ContactList list;
    private final UnaryOperator<Page<ContactSummary>> shown;

    /** @param shown what the actor may see of a page */
    public Segments(
            Actor actor,
            Access access,
            Tenants tenants,
            InstantSource clock,
            ContactList list,
            UnaryOperator<Page<ContactSummary>> shown) {
        this.actor = actor;
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
        this.list = list;
        this.shown = shown;
    }

    /** What became of a smart list that was to be taken away. */
    public enum Removal {
        REMOVED,
        /** There is none of this key. */
        UNKNOWN,
        /** Another smart list refers to it. */
        REFERRED_TO
    }

    /** All of them: the automatic ones, then the smart lists by key. */
    public List<Segment> all() {
        return access.enter(actor, Action.VIEW_SEGMENTS).read((work, trace) -> {
            List<Segment> all = all(work.smartLists().all());
            trace.things(all.size());
            return all;
        });
    }

    private List<Segment> all(List<SmartList> lists) {
        List<Segment> all = new ArrayList<>();
        TenantSettings settings = tenants.settings(actor.tenant());
        for (AutomaticSegment each : AutomaticSegment.values()) {
            all.add(new Segment(each.key(), each.key().value(), each.criterion(settings), true));
        }
        lists.forEach(each -> all.add(new Segment(each.key(), each.name(), each.criterion(), false)));
        return all;
    }

    /**
     * Adds a smart list, or replaces the one of its key.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#EDIT_SEGMENTS}
     * @throws IllegalArgumentException if its key is an automatic segment's, its criteria are too many or ask of attributes
     *     what they are not declared for, it refers to a segment there is not or to itself, or there are too many lists
     */
    public void save(SmartList list) {
        save(List.of(list));
    }

    /**
     * Adds smart lists, or replaces those of their keys: all or none. They may refer to each other.
     *
     * @see #save(SmartList)
     */
    public void save(Collection<SmartList> saved) {
        Entrance entrance = access.enter(actor, Action.EDIT_SEGMENT);
        for (AutomaticSegment automatic : AutomaticSegment.values()) {
            if (saved.stream().anyMatch(each -> each.key().equals(automatic.key()))) {
                throw new IllegalArgumentException("The key " + automatic.key() + " is an automatic segment's");
            }
        }
        entrance.change((work, trace) -> {
            Map<SegmentKey, SmartList> lists = new TreeMap<>();
            work.smartLists().all().forEach(each -> lists.put(each.key(), each));
            saved.forEach(each -> lists.put(each.key(), each));
            if (lists.size() > MOST) {
                throw new IllegalArgumentException("A tenant has at most " + MOST + " smart lists");
            }
            AsOf asOf = asOf(List.copyOf(lists.values()));
            lists.values().forEach(each -> asOf.check(each.criterion()));
            saved.forEach(each -> work.smartLists().save(each));
            trace.things(saved.size());
            return saved;
        });
    }

    /**
     * Takes a smart list away.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#EDIT_SEGMENTS}
     */
    public Removal remove(SegmentKey key) {
        Entrance entrance = access.enter(actor, Action.EDIT_SEGMENT);
        return entrance.change((work, trace) -> {
            boolean referred = work.smartLists().all().stream()
                    .anyMatch(each -> !each.key().equals(key) && References.has(each.criterion(), key));
            if (referred) {
                return Removal.REFERRED_TO;
            }
            if (work.smartLists().remove(key)) {
                trace.things(1);
                return Removal.REMOVED;
            }
            trace.missed();
            return Removal.UNKNOWN;
        });
    }

    /**
     * A page of the contacts in a segment.
     *
     * @param cursor from the page before in the same order; null for the first
     * @param limit 1 to 1,000
     * @throws IllegalArgumentException if there is no segment of this key
     */
    public Page<ContactSummary> page(SegmentKey key, ContactQuery.Order order, @Nullable String cursor, int limit) {
        return shown.apply(list.page(actor, new ContactQuery(new Known.In(key), order), cursor, limit));
    }

    /** How many contacts are in a segment, counted up to {@link #COUNTED}. */
    public SegmentSize size(SegmentKey key) {
        Criterion criterion = new Known.In(key);
        return access.enter(actor, Action.COUNT_SEGMENT).read((work, trace) -> {
            AsOf asOf = now().among(work.smartLists(), criterion);
            asOf.check(criterion);
            int counted = work.selections().count(criterion, asOf, COUNTED + 1);
            return new SegmentSize(Math.min(counted, COUNTED), counted > COUNTED);
        });
    }

    /** The segments a contact is in, the automatic ones first; empty if there is no such contact. */
    public List<Membership> of(ContactId contact) {
        return access.enter(actor, Action.VIEW_MEMBERSHIP, contact).read((work, trace) -> {
            List<SmartList> lists = work.smartLists().all();
            return one(work, trace, contact)
                    .map(facts -> memberships(work, facts, all(lists), asOf(lists)))
                    .orElse(List.of());
        });
    }

    private List<Membership> memberships(UnitOfWork work, ContactFacts facts, List<Segment> all, AsOf asOf) {
        List<Segment> in = all.stream()
                .filter(each -> new Fulfilment(asOf).of(each.criterion(), facts))
                .toList();
        if (in.isEmpty()) {
            return List.of();
        }
        Past past = past(work, facts, asOf);
        Findings findings = new Findings(asOf, facts, past.entries());
        return in.stream()
                .map(each -> new Membership(each, past.since(each.criterion(), asOf), findings.of(each.criterion())))
                .toList();
    }

    /**
     * Why a contact is in a segment, or why not; empty if there is no such contact.
     *
     * @throws IllegalArgumentException if there is no segment of this key
     */
    public Optional<Explanation> explain(ContactId contact, SegmentKey key) {
        return access.enter(actor, Action.VIEW_MEMBERSHIP, contact).read((work, trace) -> {
            AsOf asOf = asOf(work.smartLists().all());
            Criterion criterion = asOf.criterion(key);
            return one(work, trace, contact)
                    .map(facts ->
                            new Findings(asOf, facts, past(work, facts, asOf).entries()).of(criterion));
        });
    }

    /** Also by the id of one it absorbed. */
    private static Optional<ContactFacts> one(UnitOfWork work, Trace trace, ContactId contact) {
        ContactFacts facts = work.selections().facts(List.of(contact)).get(contact);
        Optional<ContactFacts> found = facts != null
                ? Optional.of(facts)
                : work.contacts()
                        .find(contact)
                        .map(one -> work.selections().facts(List.of(one.id())).get(one.id()));
        trace.of(found.map(each -> each.summary().id()), contact);
        return found;
    }

    private static Past past(UnitOfWork work, ContactFacts facts, AsOf asOf) {
        List<Interaction> entries = new ArrayList<>();
        Timelines.Cursor cursor = null;
        List<Interaction> batch;
        do {
            batch = work.timelines().newest(facts.summary().id(), cursor, BATCH);
            entries.addAll(batch);
            if (!batch.isEmpty()) {
                Interaction last = batch.get(batch.size() - 1);
                cursor = new Timelines.Cursor(last.occurredAt(), last.id());
            }
        } while (batch.size() == BATCH && entries.size() < LOOKED_AT);
        boolean whole = batch.size() < BATCH;
        entries.removeIf(entry -> entry.occurredAt().isAfter(asOf.now()));
        Collections.reverse(entries);
        return new Past(facts, entries, whole);
    }

    private AsOf now() {
        return new AsOf(clock.instant(), tenants.settings(actor.tenant()));
    }

    private AsOf asOf(List<SmartList> lists) {
        return now().with(References.criteria(lists));
    }
}
