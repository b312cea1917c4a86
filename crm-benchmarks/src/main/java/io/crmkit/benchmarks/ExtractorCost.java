package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.benchmarks.Cell.Round;
import io.crmkit.benchmarks.Library.ThroughTheDoor;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.privacy.Actor;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What capture is slowed by an extractor at work, or stuck, in the background: round by round beside one without. */
record ExtractorCost(Options options, PrintStream out, Server server, Traffic traffic) {
    private static final int FRESH = 60;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    /** Connections beside those of the callers: four threads, one that looks. */
    private static final int BACKGROUND = 5;

    /** One kind of extractor beside capture. */
    private record Side(Library library, @Nullable FactExtractor extractor, ThroughTheDoor door) {
        Round measure(Cell cell, Traffic traffic, Duration time, int round) throws Exception {
            door.crm().dueWork().start();
            try {
                return cell.measure(door, traffic, time, round);
            } finally {
                if (extractor instanceof StuckExtractor stuck) {
                    stuck.letGo();
                }
                door.crm().dueWork().stop();
            }
        }
    }

    void measure() throws Exception {
        List<Extracting> kinds = new ArrayList<>(List.of(Extracting.NONE));
        options.extractors().stream().filter(kind -> kind != Extracting.NONE).forEach(kinds::add);
        List<HikariDataSource> pools = new ArrayList<>();
        List<Side> sides = new ArrayList<>();
        try {
            for (Extracting kind : kinds) {
                sides.add(open(kind, pools));
            }
            compare(sides);
            for (Side side : sides) {
                if (side.library().extracting() == Extracting.RULES) {
                    freshness(side);
                }
            }
        } finally {
            sides.forEach(side -> side.door().close());
            pools.forEach(HikariDataSource::close);
        }
    }

    private Side open(Extracting kind, List<HikariDataSource> pools) throws Exception {
        Library library = new Library(EphemeralKeys.create(), kind);
        server.createDatabase(library.database());
        int most = options.callers().stream().mapToInt(Integer::intValue).max().orElseThrow();
        HikariDataSource pool = server.pool(library.database(), most + BACKGROUND);
        pools.add(pool);
        library.fill(pool, traffic);
        server.execute(library.database(), "vacuum analyze");
        FactExtractor extractor = kind.extractor();
        return new Side(library, extractor, library.open(pool, extractor));
    }

    private void compare(List<Side> sides) throws Exception {
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int round = 0; round <= options.rounds(); round++) {
            server.execute("postgres", "checkpoint");
            for (int callers : options.callers()) {
                // Each is first in turn: what comes after a checkpoint is slower.
                List<Side> turn = new ArrayList<>(sides);
                Collections.rotate(turn, round);
                for (Side side : turn) {
                    Cell cell = new Cell(side.library(), callers, 1);
                    Round measured =
                            side.measure(cell, traffic, round == 0 ? options.warmUp() : options.seconds(), round);
                    if (round > 0) {
                        figures.computeIfAbsent(key(side, callers), k -> new Figures(cell, new ArrayList<>()))
                                .rounds()
                                .add(measured);
                    }
                }
            }
            out.println(round == 0 ? "warmed up" : "round " + round + " of " + options.rounds());
        }
        out.printf("%n%-30s %7s %10s %9s %9s %14s%n", "messages/s", "callers", "median", "p50 ms", "p99 ms", "/ none");
        for (int callers : options.callers()) {
            Figures none = Objects.requireNonNull(figures.get(key(sides.get(0), callers)));
            for (Side side : sides) {
                Figures row = Objects.requireNonNull(figures.get(key(side, callers)));
                out.printf(
                        "%-30s %7d %,10.0f %9.2f %9.2f %14.2f%n",
                        row.cell().name(),
                        callers,
                        row.median(),
                        row.quantile(0.5),
                        row.quantile(0.99),
                        row.ratio(none));
            }
        }
    }

    private static String key(Side side, int callers) {
        return side.library().name() + " " + callers;
    }

    /** How long after a capture what it says is in the profile, where the work keeps up. */
    private void freshness(Side side) throws InterruptedException {
        CrmSession session = side.door().crm().as(Actor.system(Traffic.tenant(traffic.tenants() + 1)));
        side.door().crm().dueWork().runDue();
        side.door().crm().dueWork().start();
        double[] millis = new double[FRESH];
        for (int i = 0; i < FRESH; i++) {
            millis[i] = freshness(session, i);
        }
        side.door().crm().dueWork().stop();
        Arrays.sort(millis);
        out.printf(
                "%nFrom the capture of a message to its fact in the profile, %d messages: p50 %.0f ms, p95 %.0f ms,"
                        + " longest %.0f ms (aim 1,000)%n",
                FRESH, millis[FRESH / 2], millis[FRESH * 95 / 100], millis[FRESH - 1]);
    }

    private double freshness(CrmSession session, int i) throws InterruptedException {
        Party who = Party.of(Identifier.phone("5491166" + (100_000 + i)));
        session.capture(MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", Traffic.ACCOUNT), "fresh-" + i),
                who,
                traffic.clock().instant(),
                Content.text("mi mail es persona" + i + "@example.com")));
        long begun = System.nanoTime();
        var contact = session.contacts(null, FRESH + 1).items().stream()
                .filter(each -> each.contact().identifiers().equals(who.identifiers()))
                .findFirst()
                .orElseThrow()
                .id();
        while (session.facts(contact).stream().noneMatch(f -> f.matter().type() == FactType.EMAIL)) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("No fact came of a message");
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
