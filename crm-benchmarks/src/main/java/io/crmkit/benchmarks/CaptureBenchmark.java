package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.benchmarks.Cell.Round;
import io.crmkit.benchmarks.Contender.Capturing;
import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.jpa.EphemeralKeys;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;

/** Measures capture: the library, its floors and plain JPA, round by round on one server, so that noise hits all alike. */
final class CaptureBenchmark implements AutoCloseable {
    private static final int COUNTED_CALLS = 50;
    private static final int FEW_CONTACTS = 16;

    private final Options options;
    private final PrintStream out;
    private final Server server;
    private final Traffic traffic;
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, Capturing> ready = new LinkedHashMap<>();
    private final Map<String, DataSource> pools = new HashMap<>();
    private final List<Runnable> open = new ArrayList<>();

    private CaptureBenchmark(Options options, PrintStream out, Server server) {
        this.options = options;
        this.out = out;
        this.server = server;
        this.traffic = new Traffic(
                options.tenants(),
                options.contacts(),
                () -> Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
                new AtomicLong());
    }

    static void run(Options options, PrintStream out) throws Exception {
        try (Server server = Server.start();
                CaptureBenchmark benchmark = new CaptureBenchmark(options, out, server)) {
            out.println(server.describe());
            if (!options.extractors().isEmpty()) {
                new ExtractorCost(options, out, server, benchmark.traffic).measure();
                return;
            }
            benchmark.fill();
            Map<String, Counts.Cost> costs = benchmark.count();
            List<Figures> figures = benchmark.measure();
            new Report(out).print(figures, costs);
            benchmark.crowd();
            benchmark.check();
        }
    }

    private void fill() throws Exception {
        out.printf("%d tenants with %,d contacts each, who are known%n", traffic.tenants(), traffic.contacts());
        Library library = new Library(EphemeralKeys.create());
        try (HikariDataSource pool = fresh(Library.DATABASE)) {
            library.fill(pool, traffic);
        }
        FloorContacts contacts;
        try (HikariDataSource pool = fresh(FloorDatabase.NAME)) {
            contacts = FloorDatabase.fill(pool, traffic);
        }
        contenders.add(library);
        contenders.add(new FloorSingle(contacts));
        contenders.add(new FloorThree());
        contenders.add(new FloorSet(contacts));
        PlainJpa plain = new PlainJpa();
        if (options.wants(plain.name())) {
            try (HikariDataSource pool = fresh(PlainJpa.DATABASE)) {
                plain.fill(pool, traffic);
            }
            contenders.add(plain);
        }
        contenders.removeIf(contender -> !options.wants(contender.name()));
        for (Contender contender : contenders) {
            server.execute(contender.database(), "vacuum analyze");
        }
    }

    private HikariDataSource fresh(String database) throws Exception {
        server.createDatabase(database);
        return server.pool(database, 2);
    }

    /** Counts what each message costs in statements, apart from the time it takes. */
    private Map<String, Counts.Cost> count() throws Exception {
        Map<String, Counts.Cost> costs = new LinkedHashMap<>();
        for (Cell cell : cells()) {
            if (!costs.containsKey(cell.name())) {
                costs.put(cell.name(), cost(cell));
            }
        }
        return costs;
    }

    private Counts.Cost cost(Cell cell) throws Exception {
        Counts[] counts = {Counts.none()};
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Traffic one = traffic.crowded(traffic.contacts());
        try (HikariDataSource pool = server.pool(cell.contender().database(), 2);
                Capturing counted = cell.contender().on(Counting.of(pool, () -> counts[0]))) {
            counted.capture(one.post(random, cell.size()));
            counts[0] = Counts.none();
            for (int call = 0; call < COUNTED_CALLS; call++) {
                counted.capture(one.post(random, cell.size()));
            }
        }
        return counts[0].per(COUNTED_CALLS * cell.size());
    }

    /** In an order that puts what is compared side by side. */
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Contender contender : contenders) {
            for (int size : contender.sizes()) {
                options.callers().forEach(callers -> cells.add(new Cell(contender, callers, size)));
            }
        }
        cells.sort(Comparator.comparing(Cell::size).thenComparing(Cell::callers));
        return cells;
    }

    private List<Figures> measure() throws Exception {
        warmUp();
        Map<Cell, Figures> figures = new LinkedHashMap<>();
        for (int round = 1; round <= options.rounds(); round++) {
            server.execute("postgres", "checkpoint");
            for (Cell cell : cells()) {
                Round measured = cell.measure(ready(cell), traffic, options.seconds(), round);
                figures.computeIfAbsent(cell, c -> new Figures(c, new ArrayList<>()))
                        .rounds()
                        .add(measured);
            }
            out.printf("round %d of %d%n", round, options.rounds());
        }
        return List.copyOf(figures.values());
    }

    /**
     * A server runs for months: what the compiler, the plan caches and those who meet their contacts for the first time
     * do in its first minutes is not measured. The floors know every contact from the start.
     */
    private void warmUp() throws Exception {
        for (Cell cell : cells()) {
            if (!ready.containsKey(key(cell))) {
                meetEverybody(cell.contender(), ready(cell));
            }
            cell.measure(ready(cell), traffic, options.warmUp(), 0);
        }
        out.println("warmed up");
    }

    private void meetEverybody(Contender contender, Capturing ready) throws Exception {
        int most = contender.sizes().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int tenant = 0; tenant < traffic.tenants(); tenant++) {
            for (Post post : traffic.everybody(tenant).cut(most)) {
                ready.capture(post);
            }
        }
    }

    private static String key(Cell cell) {
        return cell.contender().name() + " " + cell.callers();
    }

    private Capturing ready(Cell cell) throws Exception {
        String key = key(cell);
        Capturing known = ready.get(key);
        if (known == null) {
            Capturing opened = cell.contender().on(pool(cell.contender().database(), cell.callers()));
            open.add(opened::close);
            ready.put(key, opened);
            return opened;
        }
        return known;
    }

    private DataSource pool(String database, int size) {
        return pools.computeIfAbsent(database + " " + size, unknown -> {
            HikariDataSource pool = server.pool(database, size);
            open.add(pool::close);
            return pool;
        });
    }

    /** Many callers over few contacts: nobody may deadlock, and nobody may have to begin again and again. */
    private void crowd() throws Exception {
        int callers =
                options.callers().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (Contender contender : contenders) {
            if (contender instanceof Library) {
                for (int size : contender.sizes()) {
                    crowd(new Cell(contender, callers, size));
                }
            }
        }
    }

    private void crowd(Cell cell) throws Exception {
        Faults before = Faults.of(server, cell.contender().database());
        Round round = cell.measure(ready(cell), traffic.crowded(FEW_CONTACTS), options.seconds(), 99);
        Faults faults = Faults.of(server, cell.contender().database()).since(before);
        Figures figures = new Figures(cell, List.of(round));
        out.printf(
                "%s, %d callers over %d contacts: %,.0f messages/s, p99 %.1f ms, %d deadlocks, %d transactions begun"
                        + " again in %,d calls%n",
                cell.name(),
                cell.callers(),
                Math.min(FEW_CONTACTS, traffic.contacts()),
                round.perSecond(),
                figures.quantile(0.99),
                faults.deadlocks(),
                faults.rollbacks(),
                round.nanos().length);
    }

    /** Nothing was lost or doubled while it was hurried, and all sealed the same amount. */
    private void check() throws Exception {
        for (String database :
                contenders.stream().map(Contender::database).distinct().toList()) {
            if (!database.equals(PlainJpa.DATABASE)) {
                out.println(database + ": "
                        + server.ask(
                                database,
                                "select count(*) || ' messages of ' || round(avg(octet_length(body))) || ' sealed bytes, "
                                        + "counted ' || (select sum(interactions) from crm_contact_activity)"
                                        + " from crm_interaction"));
            }
        }
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).run();
        }
    }
}
