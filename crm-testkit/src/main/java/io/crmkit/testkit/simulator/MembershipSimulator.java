package io.crmkit.testkit.simulator;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.SegmentEntered;
import io.crmkit.event.DomainEvent.SegmentLeft;
import io.crmkit.membership.Membership;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.SegmentKey;
import io.crmkit.tenant.SegmentThresholds;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves on random histories of messages, bookings, merges, undone merges, changed definitions and jumps of the clock
 * that whoever is noted to be in a segment is in it, and that what subscribers were told adds up to that.
 *
 * @since 0.1
 */
public final class MembershipSimulator {
    private static final AtomicLong TENANTS = new AtomicLong();
    private static final List<Duration> JUMPS =
            List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofHours(5), Duration.ofDays(2), Duration.ofDays(33));

    private final Supplier<Storage> storages;
    private int told;

    private MembershipSimulator(Supplier<Storage> storages) {
        this.storages = storages;
    }

    /** Over some storage, which is called for each history and may be the same again. */
    public static MembershipSimulator over(Supplier<Storage> storages) {
        return new MembershipSimulator(storages);
    }

    /**
     * Runs histories of 10 to 40 events each.
     *
     * @throws AssertionError on the first that does not add up, with its seed
     */
    public void run(long firstSeed, int histories) {
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            try {
                new Run(storages.get(), seed).run();
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("History " + seed + " failed: " + failed.getMessage(), failed);
            }
        }
        if (told < 10 * histories) {
            throw new AssertionError("Only " + told + " entries and exits say nothing");
        }
    }

    /** One history. */
    private final class Run {
        private final Storage storage;
        private final Dice dice;
        private final Mail mail;
        private final TenantId tenant = TenantId.of("segmented-" + TENANTS.incrementAndGet());
        private final FixedClock clock = FixedClock.at("2026-03-01T09:00:00Z");
        private final List<DomainEvent> events = new ArrayList<>();
        private final Set<ContactId> known = new HashSet<>();
        private final Crm crm;
        private final CrmSession session;
        private TenantSettings settings = TenantSettings.DEFAULT;

        Run(Storage storage, long seed) {
            this.storage = storage;
            this.dice = new Dice(~seed);
            this.mail = Mail.muddled(RandomHistory.restless(seed, 10 + dice.upTo(31)), dice);
            this.crm = Crm.create(storage)
                    .clock(clock)
                    .ids(new CountedIds(0))
                    .tenants(any -> settings)
                    .subscriber("segments", this::hear)
                    .build();
            this.session = crm.as(Actor.system(tenant));
        }

        /** What is due of other histories in the same storage is done too. */
        private void hear(DomainEvent event) {
            if (event.heading().tenant().equals(tenant)) {
                events.add(event);
            }
        }

        void run() {
            for (List<InboundEvent> batch : mail.batches()) {
                Instant latest = batch.stream()
                        .map(InboundEvent::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                clock.set(clock.instant().isAfter(latest) ? clock.instant() : latest);
                clock.advance(dice.oneOf(JUMPS));
                session.capture(batch);
                change();
                if (dice.oneIn(2)) {
                    check();
                }
            }
            check();
            for (int i = 0; i < 12; i++) {
                storage.upcoming(Set.of(DueKind.SEGMENTS), 100).stream()
                        .filter(next -> next.tenant().equals(tenant))
                        .map(Upcoming::at)
                        .findFirst()
                        .ifPresent(clock::set);
                check();
            }
            told += events.size();
        }

        private void change() {
            List<ContactId> contacts = session.contacts(null, 1_000).items().stream()
                    .map(ContactSummary::id)
                    .toList();
            if (contacts.isEmpty()) {
                return;
            }
            known.addAll(contacts);
            switch (dice.upTo(6)) {
                case 0 -> session.merge(dice.oneOf(contacts), dice.oneOf(contacts));
                case 1 ->
                    contacts.stream()
                            .flatMap(contact -> session.merges(contact).stream())
                            .findFirst()
                            .ifPresent(merge -> session.undo(merge.id()));
                case 2 -> {
                    settings = TenantSettings.DEFAULT.withSegments(SegmentThresholds.DEFAULT
                            .withDays(1 + dice.upTo(40), 1 + dice.upTo(9), 1 + dice.upTo(60))
                            .withFrequentBookings(1 + dice.upTo(3))
                            .withHighValue(1 + dice.upTo(2), null));
                    session.events().segmentsRedefined();
                }
                case 3 -> session.tag(dice.oneOf(contacts), Tag.of("vip"));
                default -> {}
            }
        }

        private void check() {
            crm.dueWork().runDue();
            Set<Membership> noted = storage.within(
                    tenant, work -> memberships(work.memberships().of(known)));
            same("noted", noted, recomputed());
            same("told", toldSoFar(), noted);
        }

        private Set<Membership> memberships(Map<ContactId, ? extends Set<SegmentKey>> segments) {
            return segments.entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(key -> new Membership(each.getKey(), key)))
                    .collect(Collectors.toSet());
        }

        private Set<Membership> recomputed() {
            AsOf asOf = new AsOf(clock.instant(), settings);
            Map<ContactId, ContactFacts> facts =
                    storage.within(tenant, work -> work.selections().facts(known));
            Set<Membership> all = new HashSet<>();
            facts.forEach((contact, each) -> {
                for (AutomaticSegment segment : AutomaticSegment.values()) {
                    if (new Fulfilment(asOf).of(segment.criterion(settings), each)) {
                        all.add(new Membership(contact, segment.key()));
                    }
                }
            });
            return all;
        }

        /** Entering and leaving alternate. */
        private Set<Membership> toldSoFar() {
            Set<Membership> in = new HashSet<>();
            for (DomainEvent event : events) {
                boolean fits = true;
                if (event instanceof SegmentEntered entered) {
                    fits = in.add(new Membership(event.contact(), entered.segment()));
                } else if (event instanceof SegmentLeft left) {
                    fits = in.remove(new Membership(event.contact(), left.segment()));
                }
                if (!fits) {
                    throw new AssertionError("Told twice: " + event);
                }
            }
            return in;
        }

        private void same(String what, Set<Membership> actual, Set<Membership> expected) {
            if (!actual.equals(expected)) {
                throw new AssertionError(
                        "At " + clock.instant() + " " + what + " was " + actual + " instead of " + expected);
            }
        }
    }
}
