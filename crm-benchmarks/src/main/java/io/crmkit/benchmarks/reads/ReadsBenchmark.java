package io.crmkit.benchmarks.reads;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.benchmarks.Server;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.privacy.KeyService;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Measures reading: what is sealed, through the door, beside the same questions asked of plain text on one server. */
public final class ReadsBenchmark {
    private static final int LOADERS = 2;
    private static final int ANALYZED_SECONDS = 5;

    private final Scale scale;
    private final Registry registry;
    private final PrintStream out;
    private final Server server;

    private ReadsBenchmark(Scale scale, PrintStream out, Server server) {
        this.scale = scale;
        this.registry = scale.registry();
        this.out = out;
        this.server = server;
    }

    public static void run(Scale scale, PrintStream out) throws Exception {
        try (Server server = scale.folder() == null ? Server.start() : Server.startIn(scale.folder())) {
            out.println(server.describe());
            new ReadsBenchmark(scale, out, server).run();
        }
    }

    private void run() throws Exception {
        out.printf("%,d contacts, %,d messages%n", scale.contacts(), scale.messages());
        KeyService keys = keys();
        boolean loaded = loaded();
        if (!loaded) {
            load(keys);
        }
        try (HikariDataSource sealedPool = server.pool(SealedSide.DATABASE, 4);
                HikariDataSource plainPool = server.pool(PlainSide.DATABASE, 4);
                SealedSide sealed = new SealedSide(sealedPool, keys)) {
            PlainSide plain = new PlainSide(plainPool);
            List<Answers> answers = new ArrayList<>();
            for (Question question : new Questions(sealed.session(), plain, registry).all()) {
                answers.add(question.ask(scale.rounds()));
            }
            Answers.title(out);
            answers.forEach(each -> each.print(out));
        }
        new Sizes(server, out).print();
    }

    private KeyService keys() {
        Path folder = scale.folder();
        if (folder == null) {
            return EphemeralKeys.create();
        }
        Path file = folder.resolve("keys.json");
        return Files.exists(file) ? KeysetFile.open(file) : KeysetFile.create(file);
    }

    private boolean loaded() throws Exception {
        return server.ask("postgres", "select count(*) from pg_database where datname = '" + mark() + "'")
                .equals("1");
    }

    /** The name of an empty database that says what is loaded, completely. */
    private String mark() {
        return "loaded_" + scale.contacts() + "_" + scale.messages();
    }

    private void load(KeyService keys) throws Exception {
        server.createDatabase(SealedSide.DATABASE);
        server.createDatabase(PlainSide.DATABASE);
        long start = System.nanoTime();
        try (HikariDataSource pool = server.pool(PlainSide.DATABASE, 2)) {
            new PlainSide(pool).load(registry);
        }
        server.execute(
                PlainSide.DATABASE,
                "insert into plain_contact_tag select tenant_id, id, 'vip' from plain_contact"
                        + " where substr(md5(id::text), 1, 1) < 'd'");
        server.execute(PlainSide.DATABASE, "vacuum analyze");
        told("plain", start);
        start = System.nanoTime();
        sealed(keys);
        server.execute(SealedSide.DATABASE, "vacuum analyze");
        told("sealed", start);
        server.createDatabase(mark());
    }

    private void told(String what, long start) {
        out.printf("%s loaded in %,.0f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    /** From nothing to everything in minutes is faster than autovacuum learns what the tables hold. */
    private void await(Future<?> load) throws Exception {
        while (!load.isDone()) {
            try {
                load.get(ANALYZED_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException busy) {
                server.execute(SealedSide.DATABASE, "analyze");
            }
        }
        load.get();
    }

    /** As all bulk loaders do, it makes the one index of words when everything is there. */
    private void sealed(KeyService keys) throws Exception {
        List<SealedSide> loaders = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(LOADERS);
        try (HikariDataSource pool = server.pool(SealedSide.DATABASE, LOADERS + 2)) {
            for (int i = 0; i < LOADERS; i++) {
                loaders.add(new SealedSide(pool, keys));
            }
            String index = server.ask(
                    SealedSide.DATABASE,
                    "select indexdef from pg_indexes where indexname = 'crm_interaction_words_words'");
            server.execute(SealedSide.DATABASE, "drop index crm_interaction_words_words");
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < LOADERS; i++) {
                int share = i;
                loads.add(threads.submit(() -> loaders.get(share).load(registry, share, LOADERS)));
            }
            for (Future<?> load : loads) {
                await(load);
            }
            server.execute(SealedSide.DATABASE, index);
            loaders.get(0).tagOne();
            server.execute(
                    SealedSide.DATABASE,
                    "insert into crm_contact_tag select c.tenant_id, c.id, t.category, t.id"
                            + " from crm_contact c cross join crm_tag t where substr(md5(c.id::text), 1, 1) < 'd'"
                            + " on conflict do nothing");
        } finally {
            threads.shutdownNow();
            loaders.forEach(SealedSide::close);
        }
    }
}
