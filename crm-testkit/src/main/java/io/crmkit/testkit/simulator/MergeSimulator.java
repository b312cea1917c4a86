package io.crmkit.testkit.simulator;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.MergeId;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves on random histories that a merge loses nothing and can be undone: while messages arrive in any order contacts are
 * merged and parted at random; once every merge is undone, what is left is what the history leaves that knows of no merge,
 * and every id that ever was leads to somebody.
 *
 * @since 0.1
 */
public final class MergeSimulator {
    private static final FixedClock AFTERWARDS = FixedClock.at("2027-01-01T00:00:00Z");
    private static final AtomicLong TENANTS = new AtomicLong();

    private final Supplier<Storage> storages;
    private int merged;
    private int undone;

    private MergeSimulator(Supplier<Storage> storages) {
        this.storages = storages;
    }

    /** Over some storage, which is called for each history and may be the same again. */
    public static MergeSimulator over(Supplier<Storage> storages) {
        return new MergeSimulator(storages);
    }

    /**
     * Runs histories of 10 to 60 events each.
     *
     * @throws AssertionError on the first that differs, with its seed
     */
    public void run(long firstSeed, int histories) {
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            try {
                run(seed);
            } catch (RuntimeException failed) {
                throw new AssertionError("History " + seed + " failed", failed);
            }
        }
        if (merged < histories || undone < histories) {
            throw new AssertionError("Only " + merged + " merges and " + undone + " undone say nothing");
        }
    }

    private void run(long seed) {
        Dice dice = new Dice(~seed);
        List<InboundEvent> history = RandomHistory.restless(seed, 10 + dice.upTo(51));
        Mail mail = Mail.muddled(history, dice);
        CrmSession session = session(storages.get());
        Set<ContactId> known = new HashSet<>();
        for (List<InboundEvent> batch : mail.batches()) {
            session.capture(batch);
            contacts(session).forEach(contact -> known.add(contact.id()));
            switch (dice.upTo(4)) {
                case 0 -> merge(session, dice);
                case 1 -> undo(session, dice, seed);
                default -> {}
            }
            known.forEach(id -> leads(session, id, seed));
        }
        while (undo(session, dice, seed)) {
            known.forEach(id -> leads(session, id, seed));
        }
        Snapshot expected = mail.inOrder(history).deliveredTo(session(new InMemoryStorage()));
        Snapshot actual = Snapshot.of(session);
        if (!expected.equals(actual)) {
            throw new AssertionError("History " + seed + " differs. Without merges:\n" + but(expected, actual)
                    + "\nWith all of them undone:\n" + but(actual, expected));
        }
    }

    private static String but(Snapshot one, Snapshot other) {
        List<String> lines = new ArrayList<>(one.lines());
        lines.removeAll(other.lines());
        return String.join("\n", lines);
    }

    private void merge(CrmSession session, Dice dice) {
        List<ContactSummary> contacts = contacts(session);
        if (contacts.size() < 2) {
            return;
        }
        int interactions = interactions(contacts);
        Set<Object> identifiers = identifiers(contacts);
        ContactId survivor = dice.oneOf(contacts).id();
        MergeOutcome outcome = session.merge(survivor, dice.oneOf(contacts).id());
        if (outcome instanceof MergeOutcome.Merged) {
            merged++;
            List<ContactSummary> after = contacts(session);
            if (after.size() != contacts.size() - 1
                    || interactions(after) != interactions
                    || !identifiers(after).equals(identifiers)) {
                throw new AssertionError("The merge lost something: " + contacts + " became " + after);
            }
        }
    }

    private boolean undo(CrmSession session, Dice dice, long seed) {
        List<MergeId> last = new ArrayList<>();
        for (ContactSummary contact : contacts(session)) {
            session.merges(contact.id()).stream().findFirst().ifPresent(merge -> last.add(merge.id()));
        }
        if (last.isEmpty()) {
            return false;
        }
        UndoOutcome outcome = session.undo(dice.oneOf(last));
        if (!(outcome instanceof UndoOutcome.Undone) && !(outcome instanceof UndoOutcome.StillOne)) {
            throw new AssertionError("History " + seed + ": the last merge was not undone but " + outcome);
        }
        undone++;
        return true;
    }

    private static void leads(CrmSession session, ContactId id, long seed) {
        if (session.profile(id).isEmpty()) {
            throw new AssertionError("History " + seed + ": " + id + " leads to nobody");
        }
    }

    private static int interactions(List<ContactSummary> contacts) {
        return contacts.stream().mapToInt(c -> c.activity().interactions()).sum();
    }

    private static Set<Object> identifiers(List<ContactSummary> contacts) {
        return contacts.stream()
                .flatMap(c -> c.contact().identifiers().stream())
                .collect(Collectors.toSet());
    }

    private static List<ContactSummary> contacts(CrmSession session) {
        return session.contacts(null, 1_000).items();
    }

    private static CrmSession session(Storage storage) {
        return Crm.create(storage)
                .clock(AFTERWARDS)
                .ids(new CountedIds(0))
                .build()
                .as(Actor.system(TenantId.of("merged-" + TENANTS.incrementAndGet())));
    }
}
