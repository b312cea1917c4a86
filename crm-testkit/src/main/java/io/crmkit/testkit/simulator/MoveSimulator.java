package io.crmkit.testkit.simulator;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Actor;
import io.crmkit.report.Carrier;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves on random histories that what is taken out of a tenant and over into an empty one is the same there: everything
 * it has is, ids included, and whatever happens from then on, messages and the undoing of merges, leaves the same in both.
 *
 * @since 0.1
 */
public final class MoveSimulator {
    private static final FixedClock AFTERWARDS = FixedClock.at("2027-01-01T00:00:00Z");
    private static final int BEFORE = 10_000;
    private static final AtomicLong TENANTS = new AtomicLong();
    private static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withAttributes(
            new AttributeType("insurer", Kind.TEXT, Search.EXACTLY),
            new AttributeType("points", Kind.NUMBER, Search.BY_RANGE),
            new AttributeType("birthday", Kind.DAY, Search.BY_RANGE),
            new AttributeType("speaks_english", Kind.FLAG, Search.NOT));

    private final Supplier<Storage> from;
    private final Supplier<Storage> to;
    private final BiConsumer<CrmSession, CrmSession> move;

    private final boolean erasing;

    private MoveSimulator(
            Supplier<Storage> from, Supplier<Storage> to, BiConsumer<CrmSession, CrmSession> move, boolean erasing) {
        this.from = from;
        this.to = to;
        this.move = move;
        this.erasing = erasing;
    }

    /**
     * From one storage to another, which may be the same.
     *
     * @param move takes everything out of the first session's tenant and over into the second's
     */
    public static MoveSimulator between(
            Supplier<Storage> from, Supplier<Storage> to, BiConsumer<CrmSession, CrmSession> move) {
        return new MoveSimulator(from, to, move, false);
    }

    /** With people who were erased, who stay away from both: where both storages know them by the same key. */
    public MoveSimulator erasing() {
        return new MoveSimulator(from, to, move, true);
    }

    /** Everything a tenant has, as lines that are the same where it is. */
    public static List<String> everything(CrmSession session) {
        return Inventory.of(session);
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
    }

    private void run(long seed) {
        Dice dice = new Dice(~seed);
        Mail mail = Mail.muddled(RandomHistory.of(seed, 10 + dice.upTo(51)), dice);
        CrmSession origin = session(from.get(), 0);
        Deeds deeds = new Deeds(dice);
        int moved = dice.upTo(mail.batches().size() + 1);
        for (List<InboundEvent> batch : mail.batches().subList(0, moved)) {
            origin.capture(batch);
            if (dice.oneIn(5)) {
                origin.capture(new Unreadable("whatsapp", "1001", "It is not JSON", deeds.words()));
            }
            deeds.one(origin);
            if (erasing && dice.oneIn(8)) {
                deeds.erase(origin);
            }
        }
        CrmSession copy = session(to.get(), 1);
        move.accept(origin, copy);
        same(seed, "once taken over", origin, copy, Inventory::of);
        for (List<InboundEvent> batch :
                mail.batches().subList(moved, mail.batches().size())) {
            origin.capture(batch);
            copy.capture(batch);
        }
        same(seed, "after more messages", origin, copy, MoveSimulator::shown);
        while (Deeds.undo(origin)) {
            Deeds.undo(copy);
            same(seed, "after a merge was undone", origin, copy, MoveSimulator::shown);
        }
    }

    private static List<String> shown(CrmSession session) {
        List<String> lines = new ArrayList<>(Snapshot.of(session).lines());
        for (ContactSummary contact : session.contacts(null, 1_000).items()) {
            lines.add(contact.tags().stream().map(tag -> tag.name()).toList() + " "
                    + session.notes(contact.id(), null, 100).items().stream()
                            .map(note -> note.text())
                            .sorted()
                            .toList()
                    + " "
                    + new TreeMap<>(session.profile(contact.id()).orElseThrow().attributes()) + " "
                    + session.facts(contact.id()).stream()
                            .map(fact -> fact.matter().canonical() + fact.state())
                            .sorted()
                            .toList()
                    + session.privacy().consents(contact.id()).stream()
                            .map(Consent::toString)
                            .sorted()
                            .toList()
                    + session.privacy().requests().of(contact.id()).stream()
                            .map(request -> request.reference() + request.state())
                            .toList()
                    + session.outreach().unsettled(contact.id(), 100).stream()
                            .map(sending -> sending.key())
                            .toList()
                    + session.privacy().maySend(contact.id(), Purpose.REMINDER, "whatsapp"));
        }
        return lines.stream().sorted().toList();
    }

    private static void same(
            long seed, String when, CrmSession one, CrmSession other, Function<CrmSession, List<String>> lines) {
        List<String> expected = lines.apply(one);
        List<String> actual = lines.apply(other);
        if (!expected.equals(actual)) {
            throw new AssertionError("History " + seed + " differs " + when + ". There:\n" + but(expected, actual)
                    + "\nHere:\n" + but(actual, expected));
        }
    }

    private static String but(List<String> some, List<String> others) {
        // Whatever reports it may not know every character.
        return some.stream()
                .filter(line -> !others.contains(line))
                .map(line -> line.chars()
                        .mapToObj(c -> c < ' ' || c > '~' ? "?" : Character.toString(c))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static CrmSession session(Storage storage, int node) {
        CountedIds ids = new CountedIds(node);
        // What comes up after the move has later ids than what came before it, as ids that follow time have.
        for (int i = 0; i < node * BEFORE; i++) {
            ids.next();
        }
        return Crm.create(storage)
                .clock(AFTERWARDS)
                .ids(ids)
                .tenants(Tenants.all(SETTINGS))
                .messenger(Paperwork.messenger())
                .reports(Paperwork.writer())
                .carrier("post", Carrier.always(name -> {
                    throw new IOException("Nothing is brought here");
                }))
                .build()
                .as(Actor.system(TenantId.of("moved-" + TENANTS.incrementAndGet())));
    }
}
