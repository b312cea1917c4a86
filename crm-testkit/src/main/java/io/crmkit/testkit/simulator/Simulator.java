package io.crmkit.testkit.simulator;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Proves on random histories that what is left behind is a function of what happened: delivered in any order, in any
 * batches and more than once, a history leaves the same as delivered in order, one by one, to storage in memory.
 *
 * @since 0.1
 */
public final class Simulator {
    private static final FixedClock AFTERWARDS = FixedClock.at("2027-01-01T00:00:00Z");

    private static final AtomicLong TENANTS = new AtomicLong();

    private final Supplier<Storage> storages;

    private Simulator(Supplier<Storage> storages) {
        this.storages = storages;
    }

    /**
     * Over some storage. Each history is a tenant of its own, so the same storage may be given again and again.
     *
     * @param storages called for each history
     */
    public static Simulator over(Supplier<Storage> storages) {
        return new Simulator(storages);
    }

    /**
     * Runs histories of 10 to 60 events each.
     *
     * @param firstSeed of the first; the seeds of the others follow it
     * @throws AssertionError on the first that differs, with its seed and as little of it as differs
     */
    public void run(long firstSeed, int histories) {
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            Dice dice = new Dice(~seed);
            List<InboundEvent> history = RandomHistory.of(seed, 10 + dice.upTo(51));
            Mail mail = Mail.muddled(history, dice);
            if (difference(history, mail).isPresent()) {
                Mail least = shrunk(history, mail);
                throw new AssertionError("History " + seed + " differs:\n" + least + "\n"
                        + difference(history, least).orElse("only sometimes"));
            }
        }
    }

    private Optional<String> difference(List<InboundEvent> history, Mail mail) {
        Snapshot expected = mail.inOrder(history).deliveredTo(session(new InMemoryStorage()));
        Snapshot actual;
        try {
            actual = mail.deliveredTo(session(storages.get()));
        } catch (RuntimeException failed) {
            return Optional.of("it failed with " + failed + " at " + List.of(failed.getStackTrace()));
        }
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("in order:\n" + expected + "\nas delivered:\n" + actual);
    }

    private CrmSession session(Storage storage) {
        return Crm.create(storage)
                .clock(AFTERWARDS)
                .ids(new CountedIds(0))
                .build()
                .as(Actor.system(TenantId.of("simulated-" + TENANTS.incrementAndGet())));
    }

    /** Leaves events out as long as it still differs, halves first. */
    private Mail shrunk(List<InboundEvent> history, Mail mail) {
        Mail least = difference(history, mail.plain()).isPresent() ? mail.plain() : mail;
        List<InboundEvent> left = new ArrayList<>(new LinkedHashSet<>(history));
        for (int size = left.size(); size >= 1; size /= 2) {
            for (int from = 0; from < left.size(); ) {
                List<InboundEvent> out = left.subList(from, Math.min(left.size(), from + size));
                Mail less = least.without(Set.copyOf(out));
                if (difference(history, less).isPresent()) {
                    least = less;
                    out.clear();
                } else {
                    from += size;
                }
            }
        }
        return least;
    }
}
