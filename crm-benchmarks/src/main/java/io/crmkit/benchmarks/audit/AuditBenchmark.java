package io.crmkit.benchmarks.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.benchmarks.Server;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * The same reads on record and not, in turns, in one run on one durable PostgreSQL, while what is recorded is sealed in the
 * background.
 */
public final class AuditBenchmark {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final int CONTACTS = 500;
    private static final int MESSAGES = 40;
    private static final double MOST_TIMES = 2;
    private static final double MOST_MILLIS = 5;

    private final PrintStream out;
    private final int rounds;
    private final int callers;
    private final List<ContactId> contacts;

    private AuditBenchmark(PrintStream out, int rounds, int callers, List<ContactId> contacts) {
        this.out = out;
        this.rounds = rounds;
        this.callers = callers;
        this.contacts = contacts;
    }

    /** @param reads of each kind in each round, by each caller */
    public static void run(int rounds, int reads, PrintStream out) throws Exception {
        try (Server server = Server.start()) {
            server.createDatabase("audit");
            try (HikariDataSource pool = server.pool("audit", 20);
                    JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                Crm recorded = Crm.create(storage).build();
                Crm unrecorded = Crm.create(new Unrecorded(storage)).build();
                CrmSession on = recorded.as(Actor.system(CLINIC));
                fill(on);
                server.execute("audit", "vacuum analyze");
                List<ContactId> contacts = on.contacts(null, CONTACTS).items().stream()
                        .map(ContactSummary::id)
                        .toList();
                out.println(server.describe());
                recorded.dueWork().start();
                for (int callers : List.of(1, 8)) {
                    new AuditBenchmark(out, rounds, callers, contacts)
                            .compare(on, unrecorded.as(Actor.system(CLINIC)), reads);
                }
                recorded.dueWork().stop();
                out.println("On record: " + server.ask("audit", "select count(*) from crm_audit") + " entries of "
                        + server.ask("audit", "select count(*) from crm_audit_contact") + " contacts; "
                        + on.audit().verify());
            }
        }
    }

    private static void fill(CrmSession session) {
        ChannelAccount account = new ChannelAccount("whatsapp", "1001");
        Instant start = Clock.systemUTC().instant().minusSeconds(86_400L * 30);
        for (int m = 0; m < MESSAGES; m++) {
            List<InboundEvent> batch = new ArrayList<>();
            for (int c = 0; c < CONTACTS; c++) {
                batch.add(MessageEvent.received(
                        new ProviderRef(account, "m" + m + "-" + c),
                        Party.of(Identifier.phone("54911" + (50_000_000 + c))).named("Somebody " + c),
                        start.plusSeconds(m * 3_600L + c),
                        Content.text("Message " + m + " about an appointment next week, please")));
            }
            session.capture(batch);
        }
    }

    private void compare(CrmSession on, CrmSession off, int reads) throws Exception {
        Map<String, BiConsumer<CrmSession, ContactId>> kinds = new LinkedHashMap<>();
        kinds.put("profile", (session, contact) -> session.profile(contact).orElseThrow());
        kinds.put("timeline of 50", (session, contact) -> session.timeline(contact, null, 50));
        kinds.put("list of 50", (session, contact) -> session.contacts(null, 50));
        for (Map.Entry<String, BiConsumer<CrmSession, ContactId>> kind : kinds.entrySet()) {
            List<long[]> without = new ArrayList<>();
            List<long[]> with = new ArrayList<>();
            times(off, kind.getValue(), reads);
            times(on, kind.getValue(), reads);
            for (int round = 0; round < rounds; round++) {
                without.add(times(off, kind.getValue(), reads));
                with.add(times(on, kind.getValue(), reads));
            }
            report(kind.getKey(), sorted(without), sorted(with));
        }
    }

    private long[] times(CrmSession session, BiConsumer<CrmSession, ContactId> read, int reads) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<long[]>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                Random dice = new Random(caller);
                all.add(() -> {
                    long[] nanos = new long[reads];
                    for (int i = 0; i < reads; i++) {
                        ContactId contact = contacts.get(dice.nextInt(contacts.size()));
                        long start = System.nanoTime();
                        read.accept(session, contact);
                        nanos[i] = System.nanoTime() - start;
                    }
                    return nanos;
                });
            }
            List<long[]> each = new ArrayList<>();
            for (Future<long[]> future : threads.invokeAll(all)) {
                each.add(future.get());
            }
            return sorted(each);
        } finally {
            threads.shutdown();
        }
    }

    private static long[] sorted(List<long[]> some) {
        return some.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private void report(String kind, long[] without, long[] with) {
        double ratio = mean(with) / mean(without);
        double more = at(with, 0.99) - at(without, 0.99);
        out.printf(
                "%-16s %d callers: off %.2f ms (p50 %.2f, p99 %.2f), on %.2f ms (p50 %.2f, p99 %.2f);"
                        + " %.2f times, aim %.0f: %s; p99 %+.2f ms, aim +%.0f: %s%n",
                kind,
                callers,
                mean(without),
                at(without, 0.5),
                at(without, 0.99),
                mean(with),
                at(with, 0.5),
                at(with, 0.99),
                ratio,
                MOST_TIMES,
                ratio <= MOST_TIMES ? "met" : "missed",
                more,
                MOST_MILLIS,
                more <= MOST_MILLIS ? "met" : "missed");
    }

    private static double mean(long[] nanos) {
        return Arrays.stream(nanos).average().orElseThrow() / 1e6;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
