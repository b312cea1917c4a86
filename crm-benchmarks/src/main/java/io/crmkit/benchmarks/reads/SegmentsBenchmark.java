package io.crmkit.benchmarks.reads;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.benchmarks.Server;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.privacy.KeyService;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.ContactQuery.Order;
import io.crmkit.segment.Segments;
import io.crmkit.segment.SmartList;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures segments: pages and sizes, the dashboard's pages, one contact among many lists, a list over all contacts. */
public final class SegmentsBenchmark {
    private static final int LOADERS = 2;
    private static final int PAGE = 50;

    /** Two in five booked, each several times; bursts end with the customer, so most are told to be answered. */
    private static final List<String> BOOKED =
            List.of("""
            insert into crm_appointment (tenant_id, contact_id, id, status, starts_at, booked_at)
            select a.tenant_id, a.contact_id, gen_random_uuid(), case when n % 2 = 0 then 5 else n end,
                a.last_at - n * interval '31 days', a.last_at - n * interval '40 days'
            from crm_contact_activity a cross join generate_series(0, 4) n
            where abs(hashtext(a.contact_id::text)) % 10 < 4 and n <= abs(hashtext(a.contact_id::text)) % 5""", """
            insert into crm_figure (tenant_id, contact_id, name, amount)
            select tenant_id, contact_id, 'appointments', count(*) from crm_appointment group by 1, 2
            union all select tenant_id, contact_id, 'appointments.' || (array['BOOKED', 'CONFIRMED', 'RESCHEDULED',
                'CANCELLED', 'NO_SHOW', 'ATTENDED'])[status + 1], count(*) from crm_appointment group by 1, 2, 3
            union all select tenant_id, contact_id, 'spend.ARS', 100 * count(*) from crm_appointment group by 1, 2""", "update crm_conversation set asked = false where abs(hashtext(id::text)) % 10 < 8");

    private final Scale scale;
    private final PrintStream out;
    private final Server server;

    private SegmentsBenchmark(Scale scale, PrintStream out, Server server) {
        this.scale = scale;
        this.out = out;
        this.server = server;
    }

    public static void run(Scale scale, PrintStream out) throws Exception {
        try (Server server = Server.start()) {
            out.println(server.describe());
            new SegmentsBenchmark(scale, out, server).run();
        }
    }

    private void run() throws Exception {
        out.printf("%,d contacts, %,d messages%n", scale.contacts(), scale.messages());
        KeyService keys = EphemeralKeys.create();
        server.createDatabase(SealedSide.DATABASE);
        try (HikariDataSource pool = server.pool(SealedSide.DATABASE, LOADERS + 2);
                SealedSide side = new SealedSide(pool, keys)) {
            load(pool, keys);
            Segments segments = side.session().segments();
            for (AutomaticSegment each : AutomaticSegment.values()) {
                measure(
                        "page of " + each.key(),
                        () -> segments.page(each.key(), Order.LAST_CONTACT, null, PAGE)
                                .items()
                                .size());
                measure("size of " + each.key(), () -> segments.size(each.key()).contacts());
            }
            new Pages(side, scale.rounds(), out).measure();
            List<SmartList> lists = MixedLists.of(50);
            segments.save(lists);
            List<ContactId> some = side.session().contacts(null, 200).items().stream()
                    .map(ContactSummary::id)
                    .toList();
            int[] turn = {0};
            measure("one contact against 50 lists", () -> side.against(lists, some.get(turn[0]++ % some.size())));
            for (SmartList list : lists.subList(0, 10)) {
                once("all contacts by " + list.key(), () -> side.all(list.criterion()));
            }
        }
    }

    private void load(HikariDataSource pool, KeyService keys) throws Exception {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(LOADERS);
        try {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < LOADERS; i++) {
                int share = i;
                loads.add(threads.submit(() -> {
                    try (SealedSide side = new SealedSide(pool, keys)) {
                        side.load(scale.registry(), share, LOADERS);
                    }
                }));
            }
            for (Future<?> load : loads) {
                load.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (String rows : BOOKED) {
            server.execute(SealedSide.DATABASE, rows);
        }
        server.execute(SealedSide.DATABASE, "vacuum analyze");
        out.printf("loaded in %,.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private void measure(String what, Callable<Integer> asked) throws Exception {
        long[] nanos = new long[scale.rounds()];
        int found = 0;
        for (int round = -scale.rounds() / 4; round < scale.rounds(); round++) {
            long start = System.nanoTime();
            found = asked.call();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        out.printf(
                "%-40s %,8d found  p50 %8.2f ms  p95 %8.2f ms%n",
                what, found, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }

    private void once(String what, Callable<Integer> asked) throws Exception {
        long start = System.nanoTime();
        int found = asked.call();
        out.printf("%-40s %,8d found  %,14.0f ms%n", what, found, (System.nanoTime() - start) / 1e6);
    }
}
